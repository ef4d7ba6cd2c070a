import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { coreOver, PASSPHRASE } from '../../support/open-vault.ts';
import type { Scenario } from '../scenario.ts';
import { problemsOfLetters, savedPromise, saveNext } from './letters.ts';
import { saves } from './saves.ts';

const MOVED = 'moved';

const oldIn = (folder: string): string => join(folder, 'old');
const newIn = (folder: string): string => join(folder, 'new');

/** A vault goes to another folder, backups and all. The old one stays as it was. */
export const move: Scenario = {
  async prepare(folder) {
    mkdirSync(oldIn(folder), { recursive: true });
    await saves.prepare(oldIn(folder));
    const core = coreOver(oldIn(folder));
    await core.get('vault.unlock', { passphrase: PASSPHRASE });
    await core.get('snapshots.make');
    await core.close();
  },

  async run(folder, acknowledge) {
    const core = coreOver(oldIn(folder));
    await core.get('vault.unlock', { passphrase: PASSPHRASE });
    const [letter] = await core.get('entries.list');
    if (letter === undefined) throw new Error('no letter');
    acknowledge(savedPromise(letter.id, await saveNext(core, letter.id)));
    await core.get('vault.move', { folder: newIn(folder) });
    acknowledge(MOVED);
    await core.close();
  },

  async problemsOf(folder, acknowledged) {
    const problems = await problemsOfLetters(oldIn(folder), acknowledged);
    // The database comes last of all: without it, the new folder is no vault yet.
    const isThere = existsSync(join(newIn(folder), 'vault.db'));
    if (!isThere && acknowledged.includes(MOVED))
      return [...problems, 'the new folder has no vault'];
    return isThere
      ? [...problems, ...(await problemsOfLetters(newIn(folder), acknowledged))]
      : problems;
  },
};
