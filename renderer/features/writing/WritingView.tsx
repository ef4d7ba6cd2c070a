import { useMemo } from 'react';
import type { EntryId } from '#shared/domain/ids.ts';
import { openExport } from '../../actions/export.ts';
import { goTo } from '../../actions/navigate.ts';
import { trashWriting } from '../../actions/trash.ts';
import { useEntries, useShellInfo } from '../../api/queries.ts';
import { ui } from '../../state/ui-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { SelectionTools } from '../../ui/SelectionTools.tsx';
import { useSelection } from '../../ui/use-selection.ts';
import { words } from '../../words/en.ts';
import { exportWords } from '../../words/export.ts';
import { importWords } from '../../words/import.ts';
import { trashWords } from '../../words/trash.ts';
import { layOut } from './rows.ts';
import { WritingList } from './WritingList.tsx';
import styles from './WritingView.module.css';

/** Everything that was written, newest first. */
export function WritingView() {
  const { locale } = useShellInfo();
  const { data: entries, error } = useEntries();
  const layout = useMemo(() => layOut(entries ?? [], locale), [entries, locale]);
  const { order } = layout;
  const selecting = useSelection(useMemo(() => order.map(({ id }) => id), [order]));

  async function trash(ids: readonly EntryId[]) {
    const going = new Set(ids);
    if (going.size === 0) return;
    if (await trashWriting(order.filter(({ id }) => going.has(id)))) selecting.end();
  }

  const tools = selecting.isOn ? (
    <SelectionTools selecting={selecting}>
      <Button
        icon="trash"
        aria-disabled={selecting.chosen.length === 0}
        onClick={() => void trash(selecting.chosen)}
      >
        {words.writing.deleteSelected}
      </Button>
    </SelectionTools>
  ) : (
    <>
      {order.length > 0 && (
        <Button variant="quiet" icon="download" onClick={() => void openExport({ of: 'entries' })}>
          {exportWords.open}
        </Button>
      )}
      <Button variant="quiet" icon="trash" onClick={() => void goTo({ name: 'trash' })}>
        {trashWords.title}
      </Button>
      <Button variant="primary" icon="plus" onClick={() => ui.openDialog({ name: 'gallery' })}>
        {words.home.newLetter}
      </Button>
    </>
  );
  return (
    <Page title={words.writing.title} tools={tools} error={error}>
      {entries !== undefined && entries.length === 0 && (
        <div className={styles['empty']}>
          <p>{words.writing.empty}</p>
          <Button icon="download" onClick={() => ui.openDialog({ name: 'import' })}>
            {importWords.button}
          </Button>
        </div>
      )}
      {order.length > 0 && (
        <WritingList layout={layout} selecting={selecting} onTrash={ids => void trash(ids)} />
      )}
    </Page>
  );
}
