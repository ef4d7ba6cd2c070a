import { queries } from '../api/queries.ts';
import { queryClient } from '../api/query-client.ts';
import { openEntry } from '../state/open-entry.ts';
import { ui, useUi, type ExportStart } from '../state/ui-store.ts';
import { showToast } from '../ui/Toast.tsx';
import { exportWords } from '../words/export.ts';

/** Asks what shall leave the app, once all that is written is saved. */
export async function openExport(start: ExportStart): Promise<void> {
  if ((await openEntry()?.flush()) === false) showToast({ title: exportWords.notSaved });
  else ui.openDialog({ name: 'export', start });
}

/** Begins with what the person is looking at: the letter, the list of all writing, or the journey. */
export async function exportFromHere(): Promise<void> {
  const entry = openEntry();
  if (entry !== null) return openExport({ of: 'letter', id: entry.id });
  if (useUi.getState().view.name === 'writing') return openExport({ of: 'entries' });
  const { currentJourneyId } = await queryClient.ensureQueryData(queries.settings);
  return openExport(
    currentJourneyId === null
      ? { of: 'everything' }
      : { of: 'journey', journeyId: currentJourneyId },
  );
}
