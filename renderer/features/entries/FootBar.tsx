import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { useShellInfo } from '../../api/queries.ts';
import { describeError } from '../../api/describe-error.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { words } from '../../words/en.ts';
import type { SaveStatus } from './autosave.ts';
import styles from './FootBar.module.css';
import type { OpenLetter } from './open-letter.ts';

/** Words in a minute of unhurried reading aloud. */
const ALOUD_PER_MINUTE = 150;

/** The foot of the window: whether it is saved, and how long it has become. */
export function FootBar({ letter }: { readonly letter: OpenLetter }) {
  const { locale } = useShellInfo();
  const status = useSyncExternalStore(letter.saver.subscribe, letter.saver.status);
  const { counts, asked } = useStore(letter.foot);
  return (
    <footer className={styles['foot']} data-status={status.name}>
      <p
        // A new element with every wish to save, so that the answer is seen to come again.
        key={asked}
        role="status"
        className={styles['status']}
        data-asked={asked > 0 || undefined}
        // Every pause in typing is a save; only what was asked for, or went wrong, is read out.
        aria-live={asked > 0 || status.name === 'failed' ? 'polite' : 'off'}
      >
        {spell(status, locale)}
      </p>
      {counts.words > 0 && (
        <Tooltip label={words.counts.characters(counts.characters)} side="top">
          <p>
            {counts.selectedWords > 0
              ? words.counts.selected(counts.selectedWords, counts.words)
              : words.counts.words(counts.words)}
          </p>
        </Tooltip>
      )}
      {counts.words > 0 && (
        <p className={styles['aloud']}>
          {words.counts.aloud(Math.max(1, Math.round(counts.words / ALOUD_PER_MINUTE)))}
        </p>
      )}
    </footer>
  );
}

function spell(status: SaveStatus, locale: string): string {
  if (status.name === 'saving') return words.save.saving;
  if (status.name === 'failed') return words.save.notSaved(describeError(status.error).title);
  return words.save.saved(spellMoment(new Date(status.at), locale));
}

/** The time for today, the day for longer ago. */
function spellMoment(moment: Date, locale: string): string {
  const isToday = moment.toDateString() === new Date().toDateString();
  const options = isToday
    ? ({ hour: 'numeric', minute: '2-digit' } as const)
    : ({ day: 'numeric', month: 'long', year: 'numeric', calendar: 'gregory' } as const);
  return new Intl.DateTimeFormat(locale, options).format(moment);
}
