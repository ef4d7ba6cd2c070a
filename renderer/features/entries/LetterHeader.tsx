import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { OpenedEntry } from '#shared/domain/sealing.ts';
import { useOwnTemplates } from '../../api/queries.ts';
import { journeyName } from '../../words/journey-name.ts';
import { letterWords } from '../../words/letter.ts';
import { beganFrom } from '../../words/entry-title.ts';
import { words } from '../../words/en.ts';
import { useJourneys } from './use-journeys.ts';
import { CautionNote } from './CautionNote.tsx';
import { DayButton } from './DayButton.tsx';
import styles from './LetterHeader.module.css';
import { SealNote } from './SealNote.tsx';
import type { OpenLetter } from './open-letter.ts';

interface LetterHeaderProps {
  readonly entry: OpenedEntry;
  readonly letter: OpenLetter;
  /** A new letter begins here: what is typed first takes the place of the title it was given. */
  readonly begins: boolean;
}

/** The top of the sheet: the title, and below it the day and what it began from. */
export function LetterHeader({ entry, letter, begins }: LetterHeaderProps) {
  const [title, setTitle] = useState(entry.title);
  const isBlank = entry.templateId === null;
  const began = beganFrom(entry, useOwnTemplates());
  const journeys = useJourneys();
  const journey = journeys.find(({ id }) => id === entry.journeyId);

  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (begins) box.current?.select();
  }, [begins]);

  function change(value: string) {
    // A title is one line, however it was pasted.
    const line = value.replaceAll(/\s*\n\s*/g, ' ');
    setTitle(line);
    letter.setTitle(line);
  }

  /** Who has named the letter goes on to write it; Shift+Tab leads from the text to what stands between. */
  function goOnToText(event: KeyboardEvent) {
    const isOn = event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey);
    if (!isOn || event.nativeEvent.isComposing) return;
    event.preventDefault();
    letter.focusText();
  }

  return (
    <header className={styles['header']}>
      <textarea
        // Else Chromium keeps what stands here with the history of the window, beyond a lock.
        autoComplete="off"
        ref={box}
        className={styles['title']}
        aria-label={words.entry.title}
        placeholder={isBlank || began === undefined ? words.entry.untitled : began}
        value={title}
        rows={1}
        maxLength={500}
        dir="auto"
        spellCheck={false}
        onChange={event => change(event.target.value)}
        onKeyDown={goOnToText}
      />
      <div className={styles['meta']}>
        <DayButton day={entry.writtenOn} onChange={letter.setWrittenOn} />
        {began !== undefined && <span dir="auto">{began}</span>}
        {journey !== undefined && journeys.length > 1 && (
          <span dir="auto">{letterWords.with(journeyName(journey))}</span>
        )}
      </div>
      <SealNote entry={entry} />
      <CautionNote templateId={entry.templateId} />
    </header>
  );
}
