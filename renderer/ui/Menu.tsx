import { Menu as Base } from '@base-ui/react/menu';
import type { ComponentProps } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './Menu.module.css';

export interface MenuItem {
  readonly label: string;
  readonly icon: IconName;
  readonly keys?: string | undefined;
  /** Erases something. */
  readonly danger?: boolean;
  readonly onSelect: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly icon: ComponentProps<typeof IconButton>['icon'];
  readonly items: readonly MenuItem[];
}

/** A button with a sign that opens a short list of actions. */
export function Menu({ label, icon, items }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={<IconButton icon={icon} label={label} />} />
      <Base.Portal>
        <Base.Positioner className={styles['positioner']} sideOffset={6} align="end">
          <Base.Popup className={styles['popup']}>
            {items.map(item => (
              <Base.Item
                key={item.label}
                className={styles['item']}
                data-danger={item.danger || undefined}
                onClick={item.onSelect}
              >
                <Icon name={item.icon} />
                {item.label}
                {item.keys !== undefined && <span className={styles['keys']}>{item.keys}</span>}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
