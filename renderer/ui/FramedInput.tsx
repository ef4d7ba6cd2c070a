import type { ComponentProps, ReactNode } from 'react';
import styles from './FramedInput.module.css';
import { Icon, type IconName } from './Icon.tsx';

interface FramedInputProps extends Omit<
  ComponentProps<'input'>,
  'type' | 'className' | 'aria-label' | 'placeholder' | 'onChange'
> {
  readonly icon: IconName;
  /** Read out, and shown while it is empty unless `placeholder` says more. */
  readonly label: string;
  readonly placeholder?: string;
  readonly onValueChange: (value: string) => void;
  /** What stands at its end, inside the frame. */
  readonly end?: ReactNode;
}

/** One line to look for something in, with its sign before it. */
export function FramedInput(props: FramedInputProps) {
  const { icon, label, placeholder = label, onValueChange, end, ...input } = props;
  return (
    <div className={styles['frame']}>
      <Icon name={icon} size={15} />
      <input
        autoComplete="off"
        {...input}
        type="text"
        className={styles['input']}
        aria-label={label}
        placeholder={placeholder}
        onChange={event => onValueChange(event.target.value)}
      />
      {end}
    </div>
  );
}
