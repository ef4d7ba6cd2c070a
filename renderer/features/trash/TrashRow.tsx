import { useId, type MouseEvent } from 'react';
import { dayOf, formatDay } from '#shared/domain/day.ts';
import type { TrashedEntry } from '#shared/domain/trash.ts';
import { useOwnTemplates, useShellInfo } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckMark } from '../../ui/CheckMark.tsx';
import { SealMark } from '../../ui/SealMark.tsx';
import { entryTitle } from '../../words/entry-title.ts';
import { sealingWords, untilDay } from '../../words/sealing.ts';
import { trashWords } from '../../words/trash.ts';
import styles from './TrashView.module.css';

interface TrashRowProps {
  readonly entry: TrashedEntry;
  /** Whether it is selected; null while it has buttons of its own. */
  readonly isChosen: boolean | null;
  readonly onPress: (event: MouseEvent) => void;
  readonly onBringBack: () => void;
  readonly onLetGo: () => void;
}

/** One deleted piece of writing, and what can become of it. */
export function TrashRow(props: TrashRowProps) {
  const { entry, isChosen, onPress, onBringBack, onLetGo } = props;
  const { locale } = useShellInfo();
  const title = entryTitle(entry, useOwnTemplates());
  const deleted = formatDay(dayOf(new Date(entry.deletedAt)), locale);
  const id = useId();
  return (
    <li className={styles['row']} data-chosen={isChosen ?? undefined} onClick={onPress}>
      {isChosen !== null && (
        // A press anywhere in the row, and the Space key here, both come to the row.
        <div className={styles['box']}>
          <input
            type="checkbox"
            className={styles['input']}
            aria-labelledby={id}
            checked={isChosen}
            onChange={() => undefined}
          />
          <CheckMark />
        </div>
      )}
      <div className={styles['words']}>
        <p id={id} className={styles['rowTitle']} dir="auto">
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
      {isChosen === null && (
        <div className={styles['actions']}>
          <Button
            size="small"
            icon="restore"
            aria-label={trashWords.restoreNamed(title)}
            onClick={onBringBack}
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
      )}
    </li>
  );
}
