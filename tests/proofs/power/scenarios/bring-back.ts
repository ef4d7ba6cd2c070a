import { coreOver, PASSPHRASE } from '../../support/open-vault.ts';
import type { Scenario } from '../scenario.ts';
import { savedPromise, saveNext } from './letters.ts';
import { saves } from './saves.ts';
import { snapshots } from './snapshots.ts';

/** What was erased comes back from a backup, beside what was written since. */
export const bringBack: Scenario = {
  async prepare(folder) {
    await saves.prepare(folder);
    const core = coreOver(folder);
    await core.get('vault.unlock', { passphrase: PASSPHRASE });
    const { id } = await core.get('entries.create', { templateId: null, journeyId: null });
    await saveNext(core, id);
    await core.get('snapshots.make');
    await core.get('entries.trash', [id]);
    await core.get('entries.erase', [id]);
    await core.close();
  },

  async run(folder, acknowledge) {
    const core = coreOver(folder);
    await core.get('vault.unlock', { passphrase: PASSPHRASE });
    const [letter] = await core.get('entries.list');
    const [backup] = (await core.get('snapshots.list')).snapshots;
    if (letter === undefined || backup === undefined) throw new Error('nothing to bring back');
    acknowledge(savedPromise(letter.id, await saveNext(core, letter.id)));
    const brought = await core.get('snapshots.restore', { id: backup.id, differing: 'version' });
    acknowledge(`kept ${brought.safety}`);
    for (const { id } of await core.get('entries.list')) {
      acknowledge(savedPromise(id, (await core.get('entries.get', id)).version));
    }
    acknowledge(savedPromise(letter.id, await saveNext(core, letter.id)));
    await core.close();
  },

  problemsOf: snapshots.problemsOf,
};
