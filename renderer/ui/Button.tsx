import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { Icon, type IconName } from './Icon.tsx';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  readonly variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'small' | 'wide';
  readonly icon?: IconName;
  /** Something is under way: the button keeps its focus and takes no second press. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

/** A button with words. There is one primary button in a view. */
export function Button(props: ButtonProps) {
  const {
    variant = 'plain',
    size = 'normal',
    icon,
    busy = false,
    children,
    onClick,
    type,
    'aria-disabled': isOff,
    ...rest
  } = props;
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={styles['button']}
      data-variant={variant}
      data-size={size}
      aria-busy={busy || undefined}
      aria-disabled={busy || isOff}
      onClick={event => {
        if (busy || isOff === true) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <span className={styles['spinner']} /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
