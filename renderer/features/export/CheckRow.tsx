import { useId } from 'react';
import styles from './Export.module.css';

interface CheckRowProps {
  readonly label: string;
  readonly note: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A letter that can be ticked. */
export function CheckRow({ label, note, checked, onChange }: CheckRowProps) {
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
          {label}
        </span>
        <span id={`${id}-note`} className={styles['day']}>
          {note}
        </span>
      </label>
    </li>
  );
}
