import { coreOver, PASSPHRASE } from '../../support/open-vault.ts';
import type { Scenario } from '../scenario.ts';
import { savedPromise, saveNext } from './letters.ts';
import { saves } from './saves.ts';

const STEPS = 12;

/** A person who goes on writing, whatever the disk answers. */
export const stubbornSaves: Scenario = {
  ...saves,

  async run(folder, acknowledge) {
    const core = coreOver(folder);
    const opened = await core.ask('vault.unlock', { passphrase: PASSPHRASE });
    const listed = await core.ask('entries.list');
    const id = listed.ok ? listed.value[0]?.id : undefined;
    if (id === undefined) throw new Error(opened.ok ? 'no letter' : opened.error.code);
    for (let step = 0; step < STEPS; step += 1) {
      const saved = await saveNext(core, id).catch((error: unknown) => String(error));
      acknowledge(typeof saved === 'number' ? savedPromise(id, saved) : `refused ${saved}`);
      if (step % 4 === 3) {
        const settled = await core.ask('entries.settle', id);
        if (!settled.ok) acknowledge(`refused ${settled.error.code}`);
      }
    }
    await core.close();
  },
};
