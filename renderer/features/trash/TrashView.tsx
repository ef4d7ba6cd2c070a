import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, useState } from 'react';
import { LET_GO_MAX, type TrashedEntry } from '#shared/domain/trash.ts';
import { goTo } from '../../actions/navigate.ts';
import { describeThrown } from '../../api/describe-error.ts';
import { queries } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { trashWords } from '../../words/trash.ts';
import { LetGoDialog } from './LetGoDialog.tsx';
import { TrashRow } from './TrashRow.tsx';
import styles from './TrashView.module.css';

/** What was deleted and is still kept. */
export function TrashView() {
  const { data: trash, error } = useQuery(queries.trash);
  const [leaving, setLeaving] = useState<readonly TrashedEntry[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  /** The row that had the focus is gone with what was done to it. */
  const focusHeading = () => heading.current?.focus();

  return (
    <div className={styles['page']}>
      <div className={styles['column']}>
        <Button
          variant="quiet"
          size="small"
          icon="back"
          onClick={() => void goTo({ name: 'writing' })}
        >
          {trashWords.back}
        </Button>
        <h1 ref={heading} tabIndex={-1} className={styles['title']}>
          {trashWords.title}
        </h1>
        {error !== null && <Failure {...describeThrown(error)} />}
        {trash?.length === 0 && <p className={styles['lead']}>{trashWords.empty}</p>}
        {trash !== undefined && trash.length > 0 && (
          <>
            <p className={styles['lead']}>{trashWords.lead}</p>
            <ul className={styles['list']} aria-label={trashWords.list}>
              {trash.map(entry => (
                <TrashRow
                  key={entry.id}
                  entry={entry}
                  onGone={focusHeading}
                  onLetGo={() => setLeaving([entry])}
                />
              ))}
            </ul>
            {trash.length > 1 && (
              <div className={styles['all']}>
                <Button
                  variant="quiet"
                  size="small"
                  onClick={() => setLeaving(trash.slice(0, LET_GO_MAX))}
                >
                  {trashWords.letAllGo}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
      {leaving.length > 0 && (
        // What it waits for must not take the page away, and the focus with it.
        <Suspense>
          <LetGoDialog
            entries={leaving}
            onClose={isGone => {
              setLeaving([]);
              if (isGone) focusHeading();
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
