import type { AppError } from '#shared/errors.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/Button.tsx';
import { Leaf } from '../../ui/Leaf.tsx';
import { words } from '../../words/en.ts';
import { vaultWords } from '../../words/vaults.ts';
import { BackupOffer } from './BackupOffer.tsx';
import styles from './FailurePanel.module.css';

interface FailurePanelProps {
  readonly error: AppError;
  readonly onTryAgain: () => void;
  /** A backup took the place of what could not be opened. */
  readonly onOpened: () => void;
  readonly onOther: () => void;
  readonly onHelp: () => void;
}

/** Why the vault does not open, which file it is about, what was kept, and what to do. */
export function FailurePanel(props: FailurePanelProps) {
  const { error, onTryAgain, onOpened, onOther, onHelp } = props;
  const { title, kept, next } = describeError(error, 'door');
  return (
    <main className={styles['stage']}>
      <section className={styles['panel']} role="alert" aria-labelledby="failure">
        <Leaf size={34} />
        <h1 id="failure" className={styles['title']}>
          {title}
        </h1>
        <p className={styles['kept']}>{kept}</p>
        <p className={styles['next']}>{next}</p>
        {(error.code === 'vault.databaseDamaged' || error.code === 'vault.databaseMissing') && (
          <BackupOffer isDamaged={error.code === 'vault.databaseDamaged'} onOpened={onOpened} />
        )}
        <div className={styles['buttons']}>
          <Button variant="primary" icon="retry" autoFocus onClick={onTryAgain}>
            {words.common.tryAgain}
          </Button>
          <Button variant="quiet" onClick={onOther}>
            {vaultWords.other}
          </Button>
          <Button variant="quiet" onClick={onHelp}>
            {words.unlock.help}
          </Button>
        </div>
      </section>
    </main>
  );
}
