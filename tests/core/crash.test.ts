import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { tell, times } from '../proofs/support/scale.ts';
import { createTestApp, PASSPHRASE, reopenTestApp } from '../support/test-app.ts';
import { withDatabase } from './vault-inspection.ts';

const KILLS = times(50, 2000);

/** Lets a process save until it is killed in the middle; returns the last acknowledged version. */
async function killWhileSaving(folder: string, id: string, afterMs: number): Promise<number> {
  const script = join(import.meta.dirname, 'saving-process.ts');
  const child = spawn(process.execPath, [script, folder, PASSPHRASE, id], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = 0;
  let killing: Promise<unknown> | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line);
    killing ??= pause(afterMs).then(() => child.kill('SIGKILL'));
  }
  return acknowledged;
}

test(
  `no acknowledged save is lost in ${KILLS} kills at random moments`,
  { timeout: KILLS * 10_000 },
  async () => {
    const app = await createTestApp();
    const { id } = await app.write('count 1');
    await app.close();

    let before = 1;
    let saves = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const acknowledged = await killWhileSaving(app.folder, id, Math.random() * 60);
      const found = await withDatabase(app.folder, db => ({
        version: db.prepare('SELECT version FROM entry').pluck().get() as number,
        integrity: db.pragma('integrity_check', { simple: true }),
        index: db
          .prepare("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")
          .run().changes,
      }));
      expect(acknowledged).toBeGreaterThan(0);
      expect(found.version).toBeGreaterThanOrEqual(acknowledged);
      expect(found.integrity).toBe('ok');
      saves += acknowledged - before;
      before = found.version;
    }
    tell(
      `kill, storage: ${KILLS} kills while saving, ${saves} acknowledged saves, 0 lost, 0 corrupt`,
    );

    // What was saved but not yet indexed when the process died is found all the same.
    const later = await reopenTestApp(app.folder);
    const { version } = await later.get('entries.get', id);
    const hits = await later.get('search.find', { text: `count ${version - 1}` });
    expect(hits.map(hit => hit.entry.id)).toEqual([id]);
  },
);
