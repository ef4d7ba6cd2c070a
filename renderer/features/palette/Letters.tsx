import { useSuspenseQuery } from '@tanstack/react-query';
import { memo, useMemo, type RefObject } from 'react';
import { dayOf, formatDay } from '#shared/domain/day.ts';
import type { EntrySummary } from '#shared/domain/entry.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import { openLetter, searchFor } from '../../actions/navigate.ts';
import { describeThrown } from '../../api/describe-error.ts';
import { queries, useEntries, useOwnTemplates, useShellInfo } from '../../api/queries.ts';
import { openEntry } from '../../state/open-entry.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SealMark } from '../../ui/SealMark.tsx';
import { entryTitle } from '../../words/entry-title.ts';
import { journeyName } from '../../words/journey-name.ts';
import { words } from '../../words/en.ts';
import { changedOn, paletteWords } from '../../words/palette.ts';
import { untilDay } from '../../words/sealing.ts';
import { Chooser, type ChooserRowProps } from './Chooser.tsx';
import { findable, type Findable } from './finding.ts';
import { Marked } from './Marked.tsx';
import styles from './Palette.module.css';

/** So many can be looked through; another word is faster than more of them. */
const MOST = 50;

interface LettersProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onClose: () => void;
}

/** All writing, what was changed last first, to be opened by a part of its title. */
export function Letters({ field, onClose }: LettersProps) {
  const { data: letters, error } = useLetters();

  function open(id: EntryId) {
    // What is open already is gone back to, with its caret.
    if (openEntry()?.id === id) onClose();
    else void openLetter(id);
  }

  return (
    <Chooser
      field={field}
      words={paletteWords.letters}
      choices={letters}
      most={MOST}
      keyOf={letter => letter.entry.id}
      row={LetterRow}
      onChoose={letter => open(letter.entry.id)}
      otherwise={{
        label: (
          <>
            <Icon name="search" size={15} />
            {words.search.label}
          </>
        ),
        onChoose: text => void searchFor(text),
      }}
    >
      {error !== null && <Failure {...describeThrown(error)} />}
      {letters?.length === 0 && <p className={styles['note']}>{words.writing.empty}</p>}
    </Chooser>
  );
}

/** A piece of writing in the words in which lists name it. */
interface Letter {
  readonly entry: EntrySummary;
  readonly title: string;
  /** Empty where there is but one. */
  readonly journey: string;
}

/** Read and made ready once, not per key. */
function useLetters(): {
  readonly data: readonly Findable<Letter>[] | undefined;
  readonly error: Error | null;
} {
  const { data: entries, error } = useEntries();
  const own = useOwnTemplates();
  const journeys = useSuspenseQuery(queries.journeys).data;
  const data = useMemo(() => {
    const names = new Map(journeys.map(journey => [journey.id, journeyName(journey)]));
    const nameOf = ({ journeyId }: EntrySummary) =>
      (journeyId === null ? undefined : names.get(journeyId)) ?? '';
    return entries
      ?.toSorted((a, b) => b.updatedAt - a.updatedAt)
      .map(entry => {
        const title = entryTitle(entry, own);
        const letter = { entry, title, journey: journeys.length > 1 ? nameOf(entry) : '' };
        return findable(letter, title, [entry.excerpt, nameOf(entry)]);
      });
  }, [entries, own, journeys]);
  return { data, error };
}

/** Going through the list draws none of them anew. */
const LetterRow = memo(function LetterRow({ choice, typed }: ChooserRowProps<Letter>) {
  const { entry, title, journey } = choice;
  const { locale } = useShellInfo();
  const changed = formatDay(dayOf(new Date(entry.updatedAt)), locale);
  return (
    <div className={styles['letter']}>
      <div
        className={styles['letterTitle']}
        dir="auto"
        data-untitled={!entry.title.trim() || undefined}
      >
        <SealMark of={entry} />
        <Marked text={title} words={typed} />
      </div>
      <div className={styles['changed']}>
        <span className="visually-hidden">{changedOn} </span>
        {changed}
      </div>
      {entry.excerpt !== '' && (
        <div className={styles['excerpt']} dir="auto">
          <Marked text={entry.excerpt} words={typed} />
        </div>
      )}
      {entry.sealedUntil !== null && (
        <div className={styles['until']}>{untilDay(entry.sealedUntil, locale)}</div>
      )}
      {journey !== '' && (
        <div className={styles['journey']} dir="auto">
          <Marked text={journey} words={typed} />
        </div>
      )}
    </div>
  );
});
