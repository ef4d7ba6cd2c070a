import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { AT_ONCE_MAX, type TrashedEntry } from '#shared/domain/trash.ts';
import { goTo } from '../../actions/navigate.ts';
import { bringBack } from '../../actions/trash.ts';
import { describeThrown } from '../../api/describe-error.ts';
import { queries } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { SelectionTools } from '../../ui/SelectionTools.tsx';
import { useLostFocus } from '../../ui/use-lost-focus.ts';
import { selectWith, useSelection } from '../../ui/use-selection.ts';
import { selectingWords } from '../../words/selecting.ts';
import { trashWords } from '../../words/trash.ts';
import { LetGoDialog } from './LetGoDialog.tsx';
import { TrashRow } from './TrashRow.tsx';
import styles from './TrashView.module.css';

const NONE: readonly TrashedEntry[] = [];

/** What was deleted and is still kept. */
export function TrashView() {
  const { data: trash = NONE, isSuccess, error } = useQuery(queries.trash);
  const [leaving, setLeaving] = useState<readonly TrashedEntry[]>([]);
  const selecting = useSelection(useMemo(() => trash.map(({ id }) => id), [trash]));
  const chosen = trash.filter(({ id }) => selecting.isOn && selecting.has(id));
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => heading.current?.focus(), []);

  // A row, or a tool, that had the focus is gone with what was done to it.
  const { isOn } = selecting;
  useLostFocus([trash, isOn], () => {
    const first = isOn ? list.current?.querySelector('input') : null;
    (first ?? heading.current)?.focus();
  });

  async function restore(entries: readonly TrashedEntry[]) {
    if (await bringBack(entries)) selecting.end();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') selecting.end();
  }

  return (
    <div className={styles['page']}>
      <div className={styles['column']} onKeyDown={onKeyDown}>
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
        {isSuccess && (
          <p className={styles['lead']}>
            {trash.length === 0 ? trashWords.empty : trashWords.lead}
          </p>
        )}
        {(trash.length > 1 || isOn) && (
          <div className={styles[isOn ? 'tools' : 'all']}>
            {isOn ? (
              <SelectionTools selecting={selecting}>
                <Button
                  icon="restore"
                  aria-disabled={chosen.length === 0}
                  onClick={() => void restore(chosen)}
                >
                  {trashWords.restore}
                </Button>
                <Button aria-disabled={chosen.length === 0} onClick={() => setLeaving(chosen)}>
                  {chosen.length > 1 ? trashWords.letThemGo : trashWords.letGo}
                </Button>
              </SelectionTools>
            ) : (
              <Button variant="quiet" size="small" onClick={selecting.begin}>
                {selectingWords.select}
              </Button>
            )}
          </div>
        )}
        {trash.length > 0 && (
          <ul ref={list} className={styles['list']} aria-label={trashWords.list}>
            {trash.map(entry => (
              <TrashRow
                key={entry.id}
                entry={entry}
                isChosen={isOn ? selecting.has(entry.id) : null}
                onPress={event => selectWith(selecting, event, entry.id, entry.id)}
                onBringBack={() => void restore([entry])}
                onLetGo={() => setLeaving([entry])}
              />
            ))}
          </ul>
        )}
        {trash.length > 1 && !isOn && (
          <div className={styles['all']}>
            <Button
              variant="quiet"
              size="small"
              onClick={() => setLeaving(trash.slice(0, AT_ONCE_MAX))}
            >
              {trashWords.letAllGo}
            </Button>
          </div>
        )}
      </div>
      {leaving.length > 0 && (
        // What it waits for must not take the page away, and the focus with it.
        <Suspense>
          <LetGoDialog
            entries={leaving}
            onClose={isGone => {
              setLeaving([]);
              if (!isGone) return;
              selecting.end();
              heading.current?.focus();
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
