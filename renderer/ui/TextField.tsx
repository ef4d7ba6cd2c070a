import { useId, type ComponentProps, type ReactNode } from 'react';
import styles from './TextField.module.css';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'className' | 'onChange'> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  /** A control at the end of the line, inside the frame. */
  readonly end?: ReactNode;
  readonly onValueChange: (value: string) => void;
}

/** One line of text with its label, and below it a hint or what is wrong. */
export function TextField({ label, hint, error, end, onValueChange, ...rest }: TextFieldProps) {
  const id = useId();
  const isWrong = error !== undefined && error !== null;
  const hasNote = isWrong || hint !== undefined;
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <div className={styles['frame']} data-wrong={isWrong || undefined}>
        <input
          autoComplete="off"
          {...rest}
          id={id}
          className={styles['input']}
          aria-invalid={isWrong || undefined}
          aria-describedby={hasNote ? `${id}-note` : undefined}
          onChange={event => onValueChange(event.target.value)}
        />
        {end}
      </div>
      {hasNote && (
        <div
          id={`${id}-note`}
          className={styles['note']}
          data-wrong={isWrong || undefined}
          role={isWrong ? 'alert' : undefined}
        >
          {error ?? hint}
        </div>
      )}
    </div>
  );
}
