import { useSuspenseQuery } from '@tanstack/react-query';
import { formatDay } from '#shared/domain/day.ts';
import type { EntrySummary } from '#shared/domain/entry.ts';
import { queries, useOwnTemplates, useShellInfo } from '../../api/queries.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { SealMark } from '../../ui/SealMark.tsx';
import { entryTitle } from '../../words/entry-title.ts';
import { journeyName } from '../../words/journey-name.ts';
import { words } from '../../words/en.ts';
import { untilDay } from '../../words/sealing.ts';
import styles from './WritingView.module.css';

interface WritingRowProps {
  readonly entry: EntrySummary;
  readonly top: number;
  readonly index: number;
  /** The one row that Tab reaches; the arrow keys move it. */
  readonly isHere: boolean;
  readonly onHere: () => void;
  readonly onOpen: () => void;
  readonly onTrash: () => void;
}

/** One piece of writing in the list. */
export function WritingRow(props: WritingRowProps) {
  const { entry, top, index, isHere, onHere, onOpen, onTrash } = props;
  const { locale } = useShellInfo();
  const title = entryTitle(entry, useOwnTemplates());
  const journeys = useSuspenseQuery(queries.journeys).data;
  const journey = journeys.find(({ id }) => id === entry.journeyId);
  return (
    <li className={styles['row']} style={{ top }}>
      <button
        type="button"
        className={styles['open']}
        data-index={index}
        tabIndex={isHere ? 0 : -1}
        onFocus={onHere}
        onClick={onOpen}
      >
        <span
          className={styles['rowTitle']}
          dir="auto"
          data-untitled={!entry.title.trim() || undefined}
        >
          <SealMark of={entry} />
          {title}
        </span>
        {journey !== undefined && journeys.length > 1 && (
          <span className={styles['about']} dir="auto">
            {journeyName(journey)}
          </span>
        )}
        <span className={styles['day']}>{formatDay(entry.writtenOn, locale)}</span>
        {entry.excerpt !== '' && (
          <span className={styles['excerpt']} dir="auto">
            {entry.excerpt}
          </span>
        )}
        {entry.sealedUntil !== null && (
          <span className={styles['until']}>{untilDay(entry.sealedUntil, locale)}</span>
        )}
      </button>
      <div className={styles['trash']}>
        <IconButton
          icon="trash"
          label={words.writing.delete(title)}
          tabIndex={isHere ? 0 : -1}
          onClick={onTrash}
        />
      </div>
    </li>
  );
}
