import { useDeferredValue, useState } from 'react';
import type { EntryId } from '#shared/domain/ids.ts';
import { useEntries, useOwnTemplates, useShellInfo } from '../../api/queries.ts';
import { TextField } from '../../ui/TextField.tsx';
import { dayOfEntry, entryTitle } from '../../words/entry-title.ts';
import { exportWords } from '../../words/export.ts';
import { CheckRow } from './CheckRow.tsx';
import styles from './Export.module.css';

/** More than anyone looks through without a word to find them by. */
const SHOWN = 100;

interface ChooseLettersProps {
  readonly chosen: readonly EntryId[];
  readonly onChange: (chosen: readonly EntryId[]) => void;
}

/** All writing, to tick what goes. What is ticked stays in sight, whatever is looked for. */
export function ChooseLetters({ chosen, onChange }: ChooseLettersProps) {
  const { locale } = useShellInfo();
  const { data: entries = [] } = useEntries();
  const own = useOwnTemplates();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text).trim().toLocaleLowerCase(locale);
  const found = entries.filter(
    entry =>
      chosen.includes(entry.id) ||
      entryTitle(entry, own).toLocaleLowerCase(locale).includes(wanted),
  );
  return (
    <div className={styles['letters']}>
      {entries.length > 8 && (
        <TextField
          type="search"
          label={exportWords.find}
          value={text}
          autoComplete="off"
          dir="auto"
          onValueChange={setText}
        />
      )}
      <ul className={styles['checks']} aria-label={exportWords.list}>
        {found.slice(0, SHOWN).map(entry => (
          <CheckRow
            key={entry.id}
            label={entryTitle(entry, own)}
            sealedUntil={entry.sealedUntil}
            note={dayOfEntry(entry, locale)}
            checked={chosen.includes(entry.id)}
            onChange={isChosen =>
              onChange(isChosen ? [...chosen, entry.id] : chosen.filter(id => id !== entry.id))
            }
          />
        ))}
      </ul>
      <p className={styles['quiet']} role="status">
        {exportWords.chosen(chosen.length)}{' '}
        {found.length > SHOWN && exportWords.moreToFind(found.length - SHOWN)}
      </p>
    </div>
  );
}
