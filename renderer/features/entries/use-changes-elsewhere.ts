import { useEffect } from 'react';
import { openLetter } from '../../actions/navigate.ts';
import { call } from '../../api/client.ts';
import { openEntry } from '../../state/open-entry.ts';
import type { OpenLetter } from './open-letter.ts';

/**
 * Undo, and the list of commitments, change a letter while it is open: it may belong to another
 * journey then, hold another text, or be sealed once more, which is shown at once.
 */
export function useChangesElsewhere(letter: OpenLetter): void {
  useEffect(
    () =>
      window.bridge.subscribe(event => {
        const isHistory = event.type === 'data-changed' && event.topics.includes('history');
        if (isHistory) void lookAgain(letter);
      }),
    [letter],
  );
}

async function lookAgain(letter: OpenLetter): Promise<void> {
  // What could not be saved keeps its banner, which offers to keep both texts.
  if (!(await letter.saver.flush())) return;
  const reply = await call('entries.get', letter.id);
  // It may have been left meanwhile.
  if (openEntry() !== letter) return;
  if (!reply.ok) {
    if (reply.error.code === 'entry.sealed') await openLetter(letter.id);
    return;
  }
  letter.journey.setState({ id: reply.value.journeyId });
  const isNewer = reply.value.version > letter.saver.version();
  if (isNewer && letter.saver.status().name === 'saved') await openLetter(letter.id);
}
