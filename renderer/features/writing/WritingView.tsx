import { useEffect, useMemo, useRef } from 'react';
import { openExport } from '../../actions/export.ts';
import { goTo } from '../../actions/navigate.ts';
import { useEntries, useShellInfo } from '../../api/queries.ts';
import { ui } from '../../state/ui-store.ts';
import { Button } from '../../ui/Button.tsx';
import { words } from '../../words/en.ts';
import { exportWords } from '../../words/export.ts';
import { trashWords } from '../../words/trash.ts';
import { Failure } from '../../ui/Failure.tsx';
import { describeThrown } from '../../api/describe-error.ts';
import { layOut } from './rows.ts';
import { WritingList } from './WritingList.tsx';
import styles from './WritingView.module.css';

/** Everything that was written, newest first. */
export function WritingView() {
  const { locale } = useShellInfo();
  const { data: entries, error } = useEntries();
  const layout = useMemo(() => layOut(entries ?? [], locale), [entries, locale]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <h1 ref={heading} tabIndex={-1} className={styles['title']}>
          {words.writing.title}
        </h1>
        <div className={styles['headActions']}>
          {entries !== undefined && entries.length > 0 && (
            <Button
              variant="quiet"
              icon="download"
              onClick={() => void openExport({ of: 'entries' })}
            >
              {exportWords.open}
            </Button>
          )}
          <Button variant="quiet" icon="trash" onClick={() => void goTo({ name: 'trash' })}>
            {trashWords.title}
          </Button>
          <Button variant="primary" icon="plus" onClick={() => ui.openDialog({ name: 'gallery' })}>
            {words.home.newLetter}
          </Button>
        </div>
      </div>
      {error !== null && <Failure {...describeThrown(error)} />}
      {entries !== undefined && entries.length === 0 && (
        <p className={styles['empty']}>{words.writing.empty}</p>
      )}
      {entries !== undefined && entries.length > 0 && (
        <WritingList layout={layout} count={entries.length} />
      )}
    </div>
  );
}
