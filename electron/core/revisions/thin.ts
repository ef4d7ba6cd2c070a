import { setImmediate as turn } from 'node:timers/promises';
import { ok } from '#shared/result.ts';
import { prepare } from '../db/statements.ts';
import type { Session } from '../session.ts';
import { revisionsToThin, type KeptText } from './thinning.ts';

/** So few at a time that a save never waits long. */
const BATCH = 40;

/** Removes the kept texts that have become too many, a few at a time, until the vault is closed. */
export async function thinRevisions({ db, write, ports }: Session): Promise<void> {
  const now = ports.clock.now();
  const entries = prepare<{ seq: number }>(
    db,
    'SELECT DISTINCT entry_seq AS seq FROM revision ORDER BY entry_seq',
  ).all();
  for (const { seq } of entries) {
    if (!db.open) return;
    const kept = prepare<KeptText>(
      db,
      'SELECT id, reason, kept_at AS keptAt FROM revision WHERE entry_seq = @seq ORDER BY seq',
    ).all({ seq });
    const thinned = revisionsToThin(kept, now);
    for (let at = 0; at < thinned.length && db.open; at += BATCH) {
      const removed = write([], writable => {
        for (const id of thinned.slice(at, at + BATCH)) {
          prepare(writable, 'DELETE FROM revision WHERE id = @id').run({ id });
        }
        return ok(undefined);
      });
      if (!removed.ok) return;
      await turn();
    }
  }
}
