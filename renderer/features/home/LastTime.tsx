import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queries, useShellInfo } from '../../api/queries.ts';
import { ui, useUi } from '../../state/ui-store.ts';
import { lockingWords } from '../../words/locking.ts';
import { momentOf } from '../../words/moment.ts';
import styles from './Reminder.module.css';

/** When the vault was opened before, and whether anyone tried since. Said once, at the first home. */
export function LastTime() {
  const isNew = useUi(state => !state.greeted);
  const { locale } = useShellInfo();
  const { data } = useQuery({ ...queries.lastTime, enabled: isNew });
  useEffect(() => ui.setGreeted, []);
  if (!isNew || data === undefined) return null;

  const { lastUnlockAt, failedSince, lastFailedAt } = data;
  const failed = lastUnlockAt === null ? lockingWords.failedFirst : lockingWords.failed;
  const sentences = [
    lastUnlockAt !== null && lockingWords.lastUnlock(momentOf(lastUnlockAt, locale)),
    lastFailedAt !== null && failedSince > 0 && failed(failedSince, momentOf(lastFailedAt, locale)),
  ].filter(sentence => sentence !== false);
  if (sentences.length === 0) return null;
  return (
    <p className={styles['lastTime']} role="status">
      {sentences.join(' ')}
    </p>
  );
}
