import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import styles from './Popover.module.css';

interface PopoverProps {
  /** What it is for, read out when it opens. */
  readonly label: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** The control that opens it. */
  readonly trigger: ReactElement;
  readonly children: ReactNode;
}

/** A small surface beside the control that opened it. */
export function Popover({ label, open, onOpenChange, trigger, children }: PopoverProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={styles['positioner']} sideOffset={8} align="start">
          <Base.Popup aria-label={label} className={styles['popup']}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
