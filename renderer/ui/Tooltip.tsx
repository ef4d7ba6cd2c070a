import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import styles from './Tooltip.module.css';

interface TooltipProps {
  readonly label: string;
  readonly keys?: string | undefined;
  readonly side?: 'top' | 'right' | 'bottom';
  /** The control it belongs to, which carries the name itself. */
  readonly children: ReactElement<Record<string, unknown>>;
}

/** What a control is called and which keys do the same, when the pointer rests on it. */
export function Tooltip({ label, keys, side = 'bottom', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner className={styles['positioner']} side={side} sideOffset={6}>
          <Base.Popup className={styles['popup']}>
            {label}
            {keys !== undefined && <span className={styles['keys']}>{keys}</span>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
