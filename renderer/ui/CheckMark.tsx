import styles from './CheckMark.module.css';
import { Icon } from './Icon.tsx';

/** The box of a row that can be selected. The checkbox is the row itself, or an unseen one before it. */
export function CheckMark() {
  return (
    <span className={styles['mark']} aria-hidden>
      <Icon name="check" size={13} />
    </span>
  );
}
