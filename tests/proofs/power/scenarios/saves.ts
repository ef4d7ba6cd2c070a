import type { EntryId } from '#shared/domain/ids.ts';
import { coreOver, PASSPHRASE } from '../../support/open-vault.ts';
import type { Scenario } from '../scenario.ts';
import { problemsOfLetters, savedPromise, saveNext } from './letters.ts';

const STEPS = 40;

/** A person who writes: new letters, saves, rests, and words of settings in between. */
export const saves: Scenario = {
  async prepare(folder) {
    const core = coreOver(folder);
    await core.get('vault.create', { passphrase: PASSPHRASE });
    const { id } = await core.get('entries.create', { templateId: null, journeyId: null });
    await saveNext(core, id);
    await core.close();
  },

  async run(folder, acknowledge) {
    const core = coreOver(folder);
    await core.get('vault.unlock', { passphrase: PASSPHRASE });
    const ids: EntryId[] = (await core.get('entries.list')).map(({ id }) => id);
    for (let step = 0; step < STEPS; step += 1) {
      if (step % 9 === 0) {
        const { id } = await core.get('entries.create', { templateId: null, journeyId: null });
        ids.push(id);
        acknowledge(savedPromise(id, 1));
      }
      const id = ids[(step * 7) % ids.length];
      if (id === undefined) continue;
      acknowledge(savedPromise(id, await saveNext(core, id)));
      if (step % 5 === 4) await core.get('entries.settle', id);
      if (step % 8 === 3) await core.get('settings.update', { myName: `name ${step}` });
    }
    await core.close();
  },

  problemsOf: (folder, acknowledged) => problemsOfLetters(folder, acknowledged),
};
