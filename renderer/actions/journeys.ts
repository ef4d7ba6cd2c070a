import type { JourneyId } from '#shared/domain/ids.ts';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { queryClient } from '../api/query-client.ts';
import { ui, useUi } from '../state/ui-store.ts';
import { showToast } from '../ui/Toast.tsx';
import { words } from '../words/en.ts';
import { journeyWords } from '../words/journeys.ts';
import { afterSaving, showFailure, undoInVault } from './navigate.ts';

/** Shows another journey, or with null all writing. An open letter is saved and left first. */
export const chooseJourney = (id: JourneyId | null): Promise<void> =>
  afterSaving(() => showJourney(id));

async function showJourney(id: JourneyId | null): Promise<void> {
  if (useUi.getState().view.name === 'entry') ui.show({ name: 'home', step: null });
  // Shown at once, so that nothing of the journey before is seen under the new name.
  queryClient.setQueryData(
    queries.settings.queryKey,
    settings => settings && { ...settings, currentJourneyId: id },
  );
  const reply = await call('settings.update', { currentJourneyId: id });
  if (reply.ok) return;
  void queryClient.invalidateQueries({ queryKey: queries.settings.queryKey });
  showFailure(reply.error);
}

/** Puts a journey away, or brings it back, and offers to undo that. False when it did not work. */
export async function archiveJourney(id: JourneyId, archived: boolean): Promise<boolean> {
  const { currentJourneyId } = await queryClient.ensureQueryData(queries.settings);
  const reply = await call('journeys.archive', { id, archived });
  if (!reply.ok) {
    showFailure(reply.error);
    return false;
  }
  const leaves = archived && currentJourneyId === id;
  if (leaves) await chooseJourney(null);
  showToast({
    title: archived ? journeyWords.toast.archived : journeyWords.toast.restored,
    action: {
      label: words.common.undo,
      run: () => void undoArchiving(id, leaves),
    },
  });
  return true;
}

async function undoArchiving(id: JourneyId, comesBack: boolean): Promise<void> {
  await undoInVault('history.undo');
  if (comesBack) await chooseJourney(id);
}
