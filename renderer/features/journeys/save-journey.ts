import type { JourneyId } from '#shared/domain/ids.ts';
import { chooseJourney } from '../../actions/journeys.ts';
import { showFailure, undoInVault } from '../../actions/navigate.ts';
import { call } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { queryClient } from '../../api/query-client.ts';
import { showToast } from '../../ui/Toast.tsx';
import { words } from '../../words/en.ts';
import { journeyWords } from '../../words/journeys.ts';
import { hasChanged, journeyIn, type Answers } from './answers.ts';

/** Begins a journey, or changes one, as the answers say. False when it did not work. */
export async function saveJourney(
  id: JourneyId | null,
  answers: Answers,
  first: Answers,
): Promise<boolean> {
  const journey = journeyIn(answers);
  if (journey === undefined) return false;
  if (!(await saveMyName(answers.myName.trim(), first.myName))) return false;
  if (id === null) return begin(journey);
  if (!hasChanged({ ...answers, myName: first.myName }, first)) return true;
  const reply = await call('journeys.edit', { ...journey, id });
  if (!reply.ok) {
    showFailure(reply.error);
    return false;
  }
  showToast({
    title: journeyWords.toast.changed,
    action: { label: words.common.undo, run: () => void undoInVault('history.undo') },
  });
  return true;
}

async function saveMyName(myName: string, before: string): Promise<boolean> {
  if (myName === before) return true;
  const reply = await call('settings.update', { myName });
  if (!reply.ok) showFailure(reply.error);
  return reply.ok;
}

async function begin(journey: NonNullable<ReturnType<typeof journeyIn>>): Promise<boolean> {
  const reply = await call('journeys.create', journey);
  if (!reply.ok) {
    showFailure(reply.error);
    return false;
  }
  const made = reply.value;
  queryClient.setQueryData(
    queries.journeys.queryKey,
    journeys => journeys && [...journeys.filter(each => each.id !== made.id), made],
  );
  await chooseJourney(made.id);
  return true;
}
