import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import styles from './Navigation.module.css';

interface NavItemProps {
  readonly label: string;
  readonly icon?: IconName;
  readonly number?: number;
  /** Faint words at the end of the line. */
  readonly end?: string | undefined;
  readonly keys?: string | undefined;
  readonly isHere?: boolean;
  readonly onClick: () => void;
}

/** One place, or one thing to do, in the navigation. */
export function NavItem(props: NavItemProps) {
  const { label, icon, number, end, keys, isHere = false, onClick } = props;
  return (
    <Tooltip
      label={label}
      keys={keys}
      side="right"
      inWide={keys === undefined || keys === end ? 'nothing' : 'keys'}
    >
      <button
        type="button"
        className={styles['item']}
        aria-current={isHere ? 'page' : undefined}
        onClick={onClick}
      >
        {icon === undefined ? (
          <span className={styles['number']} aria-hidden>
            {number}
          </span>
        ) : (
          <Icon name={icon} />
        )}
        <span className={styles['label']}>{label}</span>
        {end !== undefined && (
          <span className={styles['extra']} aria-hidden>
            {end}
          </span>
        )}
      </button>
    </Tooltip>
  );
}
