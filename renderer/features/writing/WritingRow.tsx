import { useSuspenseQuery } from '@tanstack/react-query';
import type { MouseEvent } from 'react';
import { formatDay } from '#shared/domain/day.ts';
import type { EntrySummary } from '#shared/domain/entry.ts';
import { readingAhead } from '../../actions/read-ahead.ts';
import { queries, useOwnTemplates, useShellInfo } from '../../api/queries.ts';
import { CheckMark } from '../../ui/CheckMark.tsx';
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
  /** Whether it is selected; null while a press opens it. */
  readonly isChosen: boolean | null;
  readonly onHere: () => void;
  readonly onPress: (event: MouseEvent) => void;
  readonly onTrash: () => void;
}

/** One piece of writing in the list. */
export function WritingRow(props: WritingRowProps) {
  const { entry, top, index, isHere, isChosen, onHere, onPress, onTrash } = props;
  const { locale } = useShellInfo();
  const title = entryTitle(entry, useOwnTemplates());
  const ahead = readingAhead(entry.id);
  const journeys = useSuspenseQuery(queries.journeys).data;
  const journey = journeys.find(({ id }) => id === entry.journeyId);
  return (
    <li className={styles['row']} style={{ top }}>
      <button
        type="button"
        className={styles['open']}
        {...(isChosen !== null && { role: 'checkbox', 'aria-checked': isChosen })}
        data-index={index}
        tabIndex={isHere ? 0 : -1}
        {...ahead}
        onFocus={() => {
          ahead.onFocus();
          onHere();
        }}
        onClick={onPress}
      >
        {isChosen !== null && <CheckMark />}
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
      {isChosen === null && (
        <div className={styles['trash']}>
          <IconButton
            icon="trash"
            label={words.writing.delete(title)}
            tabIndex={isHere ? 0 : -1}
            onClick={onTrash}
          />
        </div>
      )}
    </li>
  );
}
