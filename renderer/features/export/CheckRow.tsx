import { useId } from 'react';
import type { Day } from '#shared/domain/day.ts';
import { SealMark } from '../../ui/SealMark.tsx';
import styles from './Export.module.css';

interface CheckRowProps {
  readonly label: string;
  readonly sealedUntil: Day | null;
  readonly note: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A letter that can be ticked. */
export function CheckRow({ label, sealedUntil, note, checked, onChange }: CheckRowProps) {
  const id = useId();
  return (
    <li>
      <label className={styles['check']}>
        <input
          type="checkbox"
          className={styles['box']}
          checked={checked}
          aria-labelledby={`${id}-name`}
          aria-describedby={`${id}-note`}
          onChange={event => onChange(event.target.checked)}
        />
        <span id={`${id}-name`} className={styles['checkName']} dir="auto">
          <SealMark of={{ sealedUntil }} />
          {label}
        </span>
        <span id={`${id}-note`} className={styles['day']}>
          {note}
        </span>
      </label>
    </li>
  );
}
