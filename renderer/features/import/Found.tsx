import { formatDay } from '#shared/domain/day.ts';
import type { ImportPreview } from '#shared/domain/import.ts';
import { useShellInfo } from '../../api/queries.ts';
import { importWords } from '../../words/import.ts';
import styles from './Import.module.css';

/** The first of what was found, each with how it begins. */
export function Found({ preview }: { readonly preview: ImportPreview }) {
  const { locale } = useShellInfo();
  const { entries, counts } = preview;
  const more = counts.entries - entries.length;
  return (
    <section>
      <h3 className={styles['partTitle']}>{importWords.list}</h3>
      <ul className={styles['list']}>
        {entries.map((entry, index) => (
          <li key={index} className={styles['entry']}>
            <span className={styles['title']} dir="auto" data-untitled={!entry.title || undefined}>
              {entry.title || importWords.untitled}
            </span>
            <span className={styles['day']}>{formatDay(entry.writtenOn, locale)}</span>
            {entry.excerpt !== '' && (
              <span className={styles['excerpt']} dir="auto">
                {entry.excerpt}
              </span>
            )}
            <span className={styles['from']} dir="auto">
              {entry.file}
              {entry.isHere && <b className={styles['here']}> · {importWords.here}</b>}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles['note']}>{importWords.more(more)}</p>}
    </section>
  );
}
