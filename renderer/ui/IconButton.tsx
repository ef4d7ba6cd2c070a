import type { ComponentProps, MouseEvent } from 'react';
import styles from './IconButton.module.css';
import { Icon, type IconName } from './Icon.tsx';
import { Tooltip } from './Tooltip.tsx';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'children'> {
  readonly icon: IconName;
  readonly label: string;
  readonly keys?: string | undefined;
  /** For a switch: whether it is on. */
  readonly pressed?: boolean;
  /** A press leaves the focus, and with it a caret in a text, where it is. */
  readonly keepsFocus?: boolean;
}

const leaveFocus = (event: MouseEvent): void => event.preventDefault();

/** A button that shows only a sign. Its name is text inside it, and its tooltip adds the keys. */
export function IconButton({ icon, label, keys, pressed, keepsFocus, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys}>
      <button
        type="button"
        {...(keepsFocus === true && { onMouseDown: leaveFocus })}
        {...rest}
        className={styles['button']}
        aria-pressed={pressed}
      >
        <Icon name={icon} />
        <span className="visually-hidden">{label}</span>
      </button>
    </Tooltip>
  );
}
