import { useState } from 'react';
import type { ExportedEntry, Removal } from '#shared/domain/export.ts';
import { useShellInfo } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { SealMark } from '../../ui/SealMark.tsx';
import { dayOfEntry, titleOrUntitled } from '../../words/entry-title.ts';
import { exportWords } from '../../words/export.ts';
import styles from './Export.module.css';

/** So many are drawn at once; the others when they are asked for. */
const PART = 100;

/** What is said of a text without being asked; longer ones open. */
const SAID = 180;
const SAID_OF_ONE = 420;

interface GoingProps {
  readonly entries: readonly ExportedEntry[];
  /** Whether the file of the only one is locked itself, rather than one around all. */
  readonly isSealed: boolean;
}

/** What goes, one by one, with its words, and below each what of it stays here. */
export function Going({ entries, isSealed }: GoingProps) {
  const { locale } = useShellInfo();
  const [shown, setShown] = useState(PART);
  if (entries.length === 0) return null;
  const isOnly = entries.length === 1;
  return (
    <div>
      <ul className={styles['going']} aria-label={exportWords.going}>
        {entries.slice(0, shown).map(entry => (
          <li key={entry.id}>
            <p className={styles['name']} dir="auto">
              <SealMark of={entry} />
              {titleOrUntitled(entry)}
            </p>
            <p className={styles['day']}>
              {dayOfEntry(entry, locale)} ·{' '}
              {exportWords.size(entry.wordCount, entry.fileName, isSealed)}
            </p>
            {entry.text !== '' && (
              <div className={styles['goes']}>
                <p className={styles['goesTitle']}>{exportWords.goes}</p>
                <Words
                  text={entry.text.replaceAll('\n\n', '\n')}
                  said={isOnly ? SAID_OF_ONE : SAID}
                />
              </div>
            )}
            {entry.removals.length > 0 && (
              <Removals removals={entry.removals} areShown={entry.sealedUntil === null} />
            )}
          </li>
        ))}
      </ul>
      {entries.length > shown && (
        <Button size="small" variant="quiet" onClick={() => setShown(shown + 10 * PART)}>
          {exportWords.more(Math.min(entries.length - shown, 10 * PART))}
        </Button>
      )}
    </div>
  );
}

interface RemovalsProps {
  readonly removals: readonly Removal[];
  /** Those of a sealed letter are only named. */
  readonly areShown: boolean;
}

/** Each with what it is, where it stands, why it stays, and what it says. */
function Removals({ removals, areShown }: RemovalsProps) {
  return (
    <div className={styles['removals']}>
      <p className={styles['removalsTitle']}>{exportWords.staysHere}</p>
      <ul>
        {removals.map((removal, index) => (
          // Nothing else tells two equal passages of one letter apart, and the list is only read.
          <li key={index}>
            <p>
              <b dir="auto">{exportWords.removal(removal.what, removal.section)}</b>
              {': '}
              {exportWords.why[removal.why]}
            </p>
            {areShown && <Words text={removal.text} said={SAID} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface WordsProps {
  readonly text: string;
  /** How many characters of it are shown at first. */
  readonly said: number;
}

/** What the writer wrote, as much of it as is wanted. */
function Words({ text, said }: WordsProps) {
  const [isOpen, setOpen] = useState(false);
  if (text === '') return <p className={styles['quiet']}>{exportWords.empty}</p>;
  const isLong = text.length > said;
  return (
    <>
      <p className={styles['said']} dir="auto">
        {isLong && !isOpen ? `${text.slice(0, said).replace(/[\uD800-\uDBFF]$/, '')}…` : text}
      </p>
      {isLong && (
        <button
          type="button"
          className={styles['show']}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? exportWords.showLess : exportWords.showAll}
        </button>
      )}
    </>
  );
}
