import { coreOver, PASSPHRASE, unlocked } from '../../support/open-vault.ts';
import type { Scenario } from '../scenario.ts';
import { problemsOfLetters, savedPromise, saveNext } from './letters.ts';

/** A new vault, and the first letter in it. */
export const createVault: Scenario = {
  prepare: async () => {},

  async run(folder, acknowledge) {
    const core = coreOver(folder);
    await core.get('vault.create', { passphrase: PASSPHRASE });
    acknowledge('created');
    const { id } = await core.get('entries.create', { templateId: null, journeyId: null });
    acknowledge(savedPromise(id, 1));
    acknowledge(savedPromise(id, await saveNext(core, id)));
    await core.close();
  },

  async problemsOf(folder, acknowledged) {
    if (acknowledged.includes('created')) return problemsOfLetters(folder, acknowledged);
    const opened = await unlocked(folder);
    if ('core' in opened) {
      await opened.core.close();
      return [];
    }
    // Nothing was promised yet. What is there may be incomplete, but it must not keep the person
    // from beginning again with the passphrase that they chose.
    if (opened.error.code !== 'vault.absent') return [`unfinished: ${opened.error.code}`];
    const again = coreOver(folder);
    const reply = await again.ask('vault.create', { passphrase: PASSPHRASE });
    await again.close();
    return reply.ok ? [] : [`can not be created again: ${reply.error.code}`];
  },
};
