import { coreOver, PASSPHRASE, unlocked } from '../../support/open-vault.ts';
import type { Scenario } from '../scenario.ts';
import { problemsOfLetters, savedPromise, saveNext } from './letters.ts';
import { saves } from './saves.ts';

/** Fewer than are kept of one day, so that each that was promised has to be there. */
const BACKUPS = 3;

/** Backups, with saves in between. */
export const snapshots: Scenario = {
  prepare: saves.prepare,

  async run(folder, acknowledge) {
    const core = coreOver(folder);
    await core.get('vault.unlock', { passphrase: PASSPHRASE });
    const [letter] = await core.get('entries.list');
    if (letter === undefined) throw new Error('no letter');
    for (let backup = 0; backup < BACKUPS; backup += 1) {
      acknowledge(savedPromise(letter.id, await saveNext(core, letter.id)));
      acknowledge(`kept ${(await core.get('snapshots.make')).snapshot.id}`);
    }
    await core.close();
  },

  async problemsOf(folder, acknowledged) {
    const problems = await problemsOfLetters(folder, acknowledged);
    const promised = acknowledged.flatMap(line =>
      line.startsWith('kept ') ? [line.slice(5)] : [],
    );
    return [...problems, ...(await problemsOfBackups(folder, promised))];
  },
};

/** What is wrong with the backups: missing, or not what they should hold; or none can be made. */
export async function problemsOfBackups(
  folder: string,
  promised: readonly string[],
  passphrase = PASSPHRASE,
): Promise<string[]> {
  const opened = await unlocked(folder, passphrase);
  if ('error' in opened) return [`does not open: ${opened.error.code}`];
  const { core } = opened;
  try {
    const ids = (await core.get('snapshots.list')).snapshots.map(({ id }) => id);
    const problems = promised
      .filter(id => !ids.some(found => found === id))
      .map(id => `the backup ${id} is missing`);
    for (const id of ids) {
      if (!(await core.get('snapshots.verify', id)).sound) problems.push(`${id} is not sound`);
    }
    await core.get('snapshots.make');
    return problems;
  } catch (error) {
    return [String(error)];
  } finally {
    await core.close();
  }
}
