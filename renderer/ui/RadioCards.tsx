import { useId, type ReactNode } from 'react';
import styles from './RadioCards.module.css';

interface RadioCardsProps<T extends string> {
  readonly label: ReactNode;
  readonly options: readonly {
    readonly value: T;
    readonly label: string;
    readonly note?: string;
  }[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly error?: string | null;
  /** How many stand side by side where there is room. */
  readonly columns: number;
}

/** One of a few, each on a card with room for a sentence. */
export function RadioCards<T extends string>(props: RadioCardsProps<T>) {
  const { label, options, value, onChange, error = null, columns } = props;
  const name = useId();
  return (
    <fieldset className={styles['group']} aria-describedby={error ? `${name}-error` : undefined}>
      <legend className={styles['legend']}>{label}</legend>
      <div className={styles['cards']} data-columns={columns}>
        {options.map(option => (
          <label key={option.value} className={styles['card']}>
            <input
              type="radio"
              className={styles['radio']}
              name={name}
              checked={option.value === value}
              aria-labelledby={`${name}-${option.value}`}
              aria-describedby={option.note ? `${name}-${option.value}-note` : undefined}
              onChange={() => onChange(option.value)}
            />
            <span id={`${name}-${option.value}`} className={styles['title']}>
              {option.label}
            </span>
            {option.note !== undefined && (
              <span id={`${name}-${option.value}-note`} className={styles['note']}>
                {option.note}
              </span>
            )}
          </label>
        ))}
      </div>
      {error !== null && (
        <p id={`${name}-error`} className={styles['error']} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
