import type { PreviewedEntry, SnapshotPreview } from '#shared/domain/snapshot.ts';
import { useShellInfo } from '../../api/queries.ts';
import { SealMark } from '../../ui/SealMark.tsx';
import { dayOfEntry, titleOrUntitled } from '../../words/entry-title.ts';
import { backupWords } from '../../words/backups.ts';
import styles from './Backups.module.css';

/** More names than anyone reads before a decision are only counted. */
const NAMED = 50;

/** A dry run: nothing is changed by looking. */
export function Contents({ preview }: { readonly preview: SnapshotPreview }) {
  const { past, now, missing, changed, newer } = preview;
  const isSame = missing.length === 0 && changed.length === 0;
  return (
    <>
      <div className={styles['facts']}>
        <p>{backupWords.held(backupWords.holds(past.entries))}</p>
        <p>{backupWords.now(backupWords.holds(now.entries))}</p>
        {isSame && <p>{backupWords.same}</p>}
      </div>
      <Names title={backupWords.missing(missing.length)} entries={missing} />
      <Names title={backupWords.changed(changed.length)} entries={changed} />
      <Names title={backupWords.newer(newer.length)} entries={newer} />
    </>
  );
}

interface NamesProps {
  readonly title: string;
  readonly entries: readonly PreviewedEntry[];
}

export function Names({ title, entries }: NamesProps) {
  const { locale } = useShellInfo();
  if (entries.length === 0) return null;
  return (
    <section className={styles['group']}>
      <p>{title}</p>
      <ul className={styles['names']}>
        {entries.slice(0, NAMED).map(entry => (
          <li key={entry.id} dir="auto">
            <SealMark of={entry} />
            {titleOrUntitled(entry)}{' '}
            <span className={styles['day']}>{dayOfEntry(entry, locale)}</span>
          </li>
        ))}
      </ul>
      {entries.length > NAMED && (
        <p className={styles['detail']}>{backupWords.more(entries.length - NAMED)}</p>
      )}
    </section>
  );
}
