import type { ImportId, ImportPreview, ImportProgress } from '#shared/domain/import.ts';
import { importWords } from '../../words/import.ts';
import styles from './Import.module.css';
import { OpenSealed } from './OpenSealed.tsx';
import { Problems } from './Problems.tsx';

interface ReadingProps {
  readonly id: ImportId;
  readonly progress: ImportProgress;
  /** Once all is read, and there was nothing to take in. */
  readonly preview: ImportPreview | undefined;
}

/** How far it is, and the passphrase that it may wait for. */
export function Reading({ id, progress, preview }: ReadingProps) {
  const { done, total, entries, sealed } = progress;
  if (preview !== undefined) {
    return (
      <>
        <p>{importWords.nothingFound}</p>
        <Problems preview={preview} />
      </>
    );
  }
  if (sealed !== null) return <OpenSealed id={id} sealed={sealed} />;
  return (
    <div className={styles['reading']}>
      <p role="status">{importWords.reading(done, total)}</p>
      <progress
        className={styles['progress']}
        aria-label={importWords.progress}
        max={total}
        value={done}
      />
      <p className={styles['note']}>{importWords.readingNote(entries)}</p>
    </div>
  );
}
