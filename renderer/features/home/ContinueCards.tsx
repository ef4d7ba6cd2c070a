import type { EntrySummary } from '#shared/domain/entry.ts';
import { openLetter } from '../../actions/navigate.ts';
import { readingAhead } from '../../actions/read-ahead.ts';
import { useOwnTemplates } from '../../api/queries.ts';
import { entryTitle } from '../../words/entry-title.ts';
import { words } from '../../words/en.ts';
import styles from './HomeView.module.css';

const SHOWN = 3;

/** The last few pieces of writing, by when they were last worked on. What is put away waits for its day. */
export function ContinueCards({ entries }: { readonly entries: readonly EntrySummary[] }) {
  const own = useOwnTemplates();
  const open = entries.filter(({ sealedUntil }) => sealedUntil === null);
  if (open.length === 0) return null;
  const recent = open.toSorted((a, b) => b.updatedAt - a.updatedAt).slice(0, SHOWN);
  return (
    <section className={styles['continue']} aria-labelledby="continue">
      <h2 id="continue" className={styles['label']}>
        {words.home.continue}
      </h2>
      <div className={styles['cards']}>
        {recent.map(entry => (
          <button
            key={entry.id}
            type="button"
            className={styles['card']}
            {...readingAhead(entry.id)}
            onClick={() => void openLetter(entry.id)}
          >
            <span className={styles['cardTitle']} dir="auto">
              {entryTitle(entry, own)}
            </span>
            <span className={styles['excerpt']} dir="auto">
              {entry.excerpt}
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}
