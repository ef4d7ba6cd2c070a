import type { Ref } from 'react';
import {
  NewPassphrase,
  noPassphrase,
  type NewPassphraseFields,
  type TwicePassphrase,
} from '../../ui/NewPassphrase.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { exportWords } from '../../words/export.ts';
import type { Choices } from './choices.ts';
import styles from './Export.module.css';

interface SealProps {
  readonly isSealed: boolean;
  readonly passphrase: TwicePassphrase;
  readonly tried: boolean;
  readonly fields: Ref<NewPassphraseFields>;
  readonly onChange: (changed: Partial<Choices>) => void;
  readonly onPassphrase: (passphrase: TwicePassphrase) => void;
  /** Enter in a field. */
  readonly onEnter: () => void;
}

/** A lock around the whole copy, with words on how the receiver opens it. */
export function Seal(props: SealProps) {
  const { isSealed, passphrase, tried, fields, onChange, onPassphrase, onEnter } = props;
  return (
    <div className={styles['group']}>
      <Switch
        label={exportWords.seal}
        hint={exportWords.sealHint}
        checked={isSealed}
        onChange={chosen => {
          onChange({ isSealed: chosen });
          onPassphrase(noPassphrase);
        }}
      />
      {isSealed && (
        <>
          <form
            onSubmit={event => {
              event.preventDefault();
              onEnter();
            }}
          >
            <NewPassphrase
              ref={fields}
              labels={{ first: exportWords.sealFirst, again: exportWords.sealAgain }}
              value={passphrase}
              tried={tried}
              onChange={onPassphrase}
            />
            {/* Without one, Enter in a field of two does nothing. */}
            <button type="submit" hidden />
          </form>
          <p className={styles['quiet']}>{exportWords.sealOpens}</p>
        </>
      )}
    </div>
  );
}
