import { useId, type ComponentProps, type ReactNode } from 'react';
import styles from './TextArea.module.css';

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'className' | 'onChange'> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  readonly onValueChange: (value: string) => void;
}

/** A few lines of text with their label. It grows with what is written in it. */
export function TextArea({ label, hint, error, onValueChange, ...rest }: TextAreaProps) {
  const id = useId();
  const isWrong = error !== undefined && error !== null;
  const hasNote = isWrong || hint !== undefined;
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <textarea
        autoComplete="off"
        rows={2}
        {...rest}
        id={id}
        className={styles['input']}
        aria-invalid={isWrong || undefined}
        aria-describedby={hasNote ? `${id}-note` : undefined}
        onChange={event => onValueChange(event.target.value)}
      />
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
