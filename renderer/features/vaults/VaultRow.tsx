import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { vaultWords } from '../../words/vaults.ts';
import styles from './Vaults.module.css';

interface VaultRowProps {
  readonly name: string;
  readonly isCurrent: boolean;
  readonly onOpen: () => Promise<void>;
  readonly onForget: () => Promise<void>;
}

/** One vault: pressed, the window goes to it. Nothing of it shows but its name. */
export function VaultRow({ name, isCurrent, onOpen, onForget }: VaultRowProps) {
  return (
    <li className={styles['row']}>
      <button
        type="button"
        className={styles['vault']}
        aria-current={isCurrent || undefined}
        onClick={() => void onOpen()}
      >
        <Icon name="lock" />
        <span className={styles['name']}>{name}</span>
        {isCurrent && <span className={styles['here']}>{vaultWords.current}</span>}
      </button>
      {!isCurrent && (
        <IconButton icon="close" label={vaultWords.forget(name)} onClick={() => void onForget()} />
      )}
    </li>
  );
}
