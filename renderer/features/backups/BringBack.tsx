import type { DifferingText, SnapshotPreview } from '#shared/domain/snapshot.ts';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { backupWords } from '../../words/backups.ts';
import styles from './Backups.module.css';

interface BringBackProps {
  readonly preview: SnapshotPreview;
  readonly differing: DifferingText;
  readonly onChange: (differing: DifferingText) => void;
}

/** What will happen, and the one thing to choose: where an older text of the same letter goes. */
export function BringBack({ preview, differing, onChange }: BringBackProps) {
  const { missing, changed } = preview;
  return (
    <div className={styles['stack']}>
      {missing.length > 0 && <p>{backupWords.willCome(missing.length)}</p>}
      <p>{backupWords.safety}</p>
      {changed.length > 0 && (
        <RadioCards
          label={backupWords.differing}
          columns={1}
          value={differing}
          options={[
            {
              value: 'version',
              label: backupWords.asVersion,
              note: backupWords.asVersionNote,
            },
            { value: 'entry', label: backupWords.asEntry, note: backupWords.asEntryNote },
          ]}
          onChange={onChange}
        />
      )}
    </div>
  );
}
