import { dayOf, formatDay } from '#shared/domain/day.ts';
import type { TrashedEntry } from '#shared/domain/trash.ts';
import { bringBack } from '../../actions/trash.ts';
import { useOwnTemplates, useShellInfo } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { SealMark } from '../../ui/SealMark.tsx';
import { entryTitle } from '../../words/entry-title.ts';
import { sealingWords, untilDay } from '../../words/sealing.ts';
import { trashWords } from '../../words/trash.ts';
import styles from './TrashView.module.css';

interface TrashRowProps {
  readonly entry: TrashedEntry;
  readonly onGone: () => void;
  readonly onLetGo: () => void;
}

/** One deleted piece of writing, and what can become of it. */
export function TrashRow({ entry, onGone, onLetGo }: TrashRowProps) {
  const { locale } = useShellInfo();
  const title = entryTitle(entry, useOwnTemplates());
  const deleted = formatDay(dayOf(new Date(entry.deletedAt)), locale);
  return (
    <li className={styles['row']}>
      <div className={styles['words']}>
        <p className={styles['rowTitle']} dir="auto">
          <SealMark of={entry} />
          {title}
        </p>
        {entry.excerpt !== '' && (
          <p className={styles['excerpt']} dir="auto">
            {entry.excerpt}
          </p>
        )}
        {entry.sealedUntil !== null && (
          <p className={styles['dates']}>
            {sealingWords.sealed(untilDay(entry.sealedUntil, locale))}
          </p>
        )}
        <p className={styles['dates']}>
          {trashWords.dates(deleted, formatDay(entry.goesOn, locale))}
        </p>
      </div>
      <div className={styles['actions']}>
        <Button
          size="small"
          icon="restore"
          aria-label={trashWords.restoreNamed(title)}
          onClick={() => void bringBack(entry.id).then(onGone)}
        >
          {trashWords.restore}
        </Button>
        <Button
          size="small"
          variant="quiet"
          aria-label={trashWords.letGoNamed(title)}
          onClick={onLetGo}
        >
          {trashWords.letGo}
        </Button>
      </div>
    </li>
  );
}
