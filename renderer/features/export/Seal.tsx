import { NewPassphrase, noPassphrase, type TwicePassphrase } from '../../ui/NewPassphrase.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { exportWords } from '../../words/export.ts';
import type { Choices } from './choices.ts';
import styles from './Export.module.css';

interface SealProps {
  readonly isSealed: boolean;
  readonly passphrase: TwicePassphrase;
  readonly tried: boolean;
  readonly onChange: (changed: Partial<Choices>) => void;
  readonly onPassphrase: (passphrase: TwicePassphrase) => void;
}

/** A lock around the whole copy, with words on how the receiver opens it. */
export function Seal({ isSealed, passphrase, tried, onChange, onPassphrase }: SealProps) {
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
          <NewPassphrase
            labels={{ first: exportWords.sealFirst, again: exportWords.sealAgain }}
            value={passphrase}
            tried={tried}
            onChange={onPassphrase}
          />
          <p className={styles['quiet']}>{exportWords.sealOpens}</p>
        </>
      )}
    </div>
  );
}
