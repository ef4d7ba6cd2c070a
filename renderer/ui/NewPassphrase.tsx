import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import { isLongEnough, PASSPHRASE_MINIMUM } from '#shared/domain/passphrase.ts';
import { words } from '../words/en.ts';
import styles from './NewPassphrase.module.css';
import { usePassphraseStrength } from './passphrase-strength.ts';
import { PassphraseField } from './PassphraseField.tsx';
import { suggestPassphrase } from './suggest-passphrase.ts';

export interface TwicePassphrase {
  readonly first: string;
  readonly again: string;
}

export const noPassphrase: TwicePassphrase = { first: '', again: '' };

/** What is still wrong with a new passphrase, by field; both null when it can be used. */
const problemsOf = ({ first, again }: TwicePassphrase) => ({
  first: isLongEnough(first) ? null : words.passphrase.tooShort(PASSPHRASE_MINIMUM),
  again: first === again ? null : words.passphrase.different,
});

/** Whether a new passphrase can be used. */
export function isUsable(passphrase: TwicePassphrase): boolean {
  const { first, again } = problemsOf(passphrase);
  return first === null && again === null;
}

export interface NewPassphraseFields {
  /** Puts the caret where something is missing, for who presses Enter before all of it is there. */
  readonly goToProblem: () => void;
}

interface NewPassphraseProps {
  readonly ref?: Ref<NewPassphraseFields>;
  readonly labels: { readonly first: string; readonly again: string };
  readonly value: TwicePassphrase;
  readonly onChange: (value: TwicePassphrase) => void;
  /** Whether the person tried to go on, so that what is missing may be named. */
  readonly tried: boolean;
  readonly autoFocus?: boolean;
}

/** A new passphrase, typed twice, with its strength in words and a good one on offer. */
export function NewPassphrase(props: NewPassphraseProps) {
  const { ref, labels, value, onChange, tried, autoFocus } = props;
  const first = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(false);
  const [suggestion, setSuggestion] = useState<string | null>(null);
  const problems = problemsOf(value);
  useImperativeHandle(ref, () => ({
    goToProblem: () => (problemsOf(value).first === null ? again : first).current?.focus(),
  }));
  const differs =
    value.again === ''
      ? tried && suggestion !== value.first
      : tried || !value.first.startsWith(value.again);
  const suggest = async () => {
    const suggested = await suggestPassphrase();
    setShown(true);
    setSuggestion(suggested);
    onChange({ first: suggested, again: '' });
  };
  return (
    <div className={styles['fields']}>
      <div>
        <PassphraseField
          ref={first}
          label={labels.first}
          value={value.first}
          autoFocus={autoFocus}
          shown={shown}
          onShownChange={setShown}
          error={tried ? problems.first : null}
          onValueChange={typed => onChange({ ...value, first: typed })}
        />
        <StrengthLine passphrase={value.first} />
        <button type="button" className={styles['suggest']} onClick={() => void suggest()}>
          {words.passphrase.suggest}
        </button>
        {suggestion !== null && suggestion === value.first && (
          <p className={styles['suggestion']}>{suggestion}</p>
        )}
      </div>
      <PassphraseField
        ref={again}
        label={labels.again}
        value={value.again}
        error={differs && !problems.first ? problems.again : null}
        onValueChange={typed => onChange({ ...value, again: typed })}
      />
    </div>
  );
}

function StrengthLine({ passphrase }: { readonly passphrase: string }) {
  const strength = usePassphraseStrength(passphrase);
  return (
    <p className={styles['strength']} aria-live="polite">
      {strength === null ? (
        words.passphrase.advice
      ) : (
        <>
          <span className={styles['bars']} data-score={strength.score} aria-hidden>
            <i />
            <i />
            <i />
            <i />
          </span>
          <b>{words.passphrase.strength[strength.score]}</b>{' '}
          {strength.warning ?? words.passphrase.strengthNote[strength.score]}
        </>
      )}
    </p>
  );
}
