import { useSuspenseQuery } from '@tanstack/react-query';
import { queries, useShellInfo } from '../../api/queries.ts';
import { ui } from '../../state/ui-store.ts';
import { Button } from '../../ui/Button.tsx';
import { backupWords } from '../../words/backups.ts';
import { words } from '../../words/en.ts';
import { importWords } from '../../words/import.ts';
import { dayOfMoment } from '../../words/moment.ts';
import { recoveryWords } from '../../words/recovery.ts';
import { vaultWords } from '../../words/vaults.ts';
import { LockAfterChoice } from './LockAfterChoice.tsx';
import styles from './Preferences.module.css';

/** Where the writing is kept, when it locks, what opens it, and its backups. */
export function VaultPart() {
  const { vaultFolder } = useShellInfo();
  const { vaults, movedFrom } = useSuspenseQuery(queries.vaults).data;
  const name = vaults.find(({ isCurrent }) => isCurrent)?.name ?? '';
  return (
    <>
      <p className={styles['label']}>{vaultWords.name}</p>
      <p className={styles['state']}>{name === '' ? vaultWords.noName : name}</p>
      <p className={styles['label']}>{words.preferences.folder}</p>
      <p className={styles['path']}>{vaultFolder}</p>
      {movedFrom !== null && <p className={styles['path']}>{vaultWords.movedFrom(movedFrom)}</p>}
      <div className={styles['row']}>
        <Button onClick={() => ui.openDialog({ name: 'nameVault' })}>
          {vaultWords.nameButton}
        </Button>
        <Button icon="move" onClick={() => ui.openDialog({ name: 'moveVault' })}>
          {vaultWords.moveButton}
        </Button>
      </div>
      <LockAfterChoice />
      <Recovery />
      <div className={styles['row']}>
        <Button icon="key" onClick={() => ui.openDialog({ name: 'passphrase' })}>
          {words.preferences.change}
        </Button>
        <Button onClick={() => ui.openDialog({ name: 'replaceKeys' })}>
          {recoveryWords.prefs.replace}
        </Button>
      </div>
      <p className={styles['label']}>{backupWords.prefsLabel}</p>
      <div className={styles['row']}>
        <Button icon="archive" onClick={() => ui.openDialog({ name: 'backups' })}>
          {backupWords.prefsButton}
        </Button>
      </div>
      <p className={styles['label']}>{importWords.prefsLabel}</p>
      <div className={styles['row']}>
        <Button icon="download" onClick={() => ui.openDialog({ name: 'import' })}>
          {importWords.button}
        </Button>
      </div>
    </>
  );
}

function Recovery() {
  const { locale } = useShellInfo();
  const { exists, madeAt, confirmedAt } = useSuspenseQuery(queries.recoveryState).data;
  const { recoveryCode } = useSuspenseQuery(queries.newRecoveryCode).data;
  const { state, prefs } = recoveryWords;
  const made = madeAt === null ? state.unknown : state.made(dayOfMoment(madeAt, locale));
  const confirmed =
    confirmedAt === null ? state.notConfirmed : state.confirmed(dayOfMoment(confirmedAt, locale));
  return (
    <>
      <p className={styles['label']}>{recoveryWords.code}</p>
      <p className={styles['state']}>{exists ? state.line(made, confirmed) : state.none}</p>
      <div className={styles['row']}>
        {recoveryCode !== null && (
          <Button onClick={() => ui.openDialog({ name: 'recovery' })}>{prefs.show}</Button>
        )}
        {recoveryCode === null && exists && (
          <Button onClick={() => ui.openDialog({ name: 'findRecovery' })}>{prefs.type}</Button>
        )}
        <Button onClick={() => ui.openDialog({ name: 'renewRecovery' })}>{prefs.renew}</Button>
      </div>
    </>
  );
}
