import type { EntryId } from '#shared/domain/ids.ts';
import { coreOver, PASSPHRASE, unlocked, type Core } from '../../support/open-vault.ts';
import type { Scenario } from '../scenario.ts';
import { problemsOfLetters, savedPromise, saveNext } from './letters.ts';
import { saves } from './saves.ts';
import { problemsOfBackups } from './snapshots.ts';

const ERASED = 'erased ';
const REMOVED = 'removed ';

/** A letter is let go of, from the backups too. What stays of them must hold all the others. */
export const letGo: Scenario = {
  prepare: saves.prepare,

  async run(folder, acknowledge) {
    const core = coreOver(folder);
    await core.get('vault.unlock', { passphrase: PASSPHRASE });
    const [kept] = await core.get('entries.list');
    if (kept === undefined) throw new Error('no letter');
    const { id } = await core.get('entries.create', { templateId: null, journeyId: null });
    await saveNext(core, id);
    await core.get('snapshots.make');
    acknowledge(savedPromise(kept.id, await saveNext(core, kept.id)));
    await core.get('entries.trash', [id]);
    await core.get('entries.erase', [id]);
    acknowledge(`${ERASED}${id}`);
    await core.get('snapshots.removeThoseThatHold', [id]);
    acknowledge(`${REMOVED}${id}`);
    acknowledge(savedPromise(kept.id, await saveNext(core, kept.id)));
    await core.close();
  },

  async problemsOf(folder, acknowledged) {
    const ids = (word: string) =>
      acknowledged.flatMap(line =>
        line.startsWith(word) ? [line.slice(word.length) as EntryId] : [],
      );
    const problems = await problemsOfLetters(folder, acknowledged);
    if (problems.length > 0) return problems;
    const opened = await unlocked(folder);
    if ('error' in opened) return [`does not open: ${opened.error.code}`];
    for (const id of ids(ERASED)) problems.push(...(await tracesOf(opened.core, id)));
    for (const id of ids(REMOVED)) {
      const { copies } = await opened.core.get('snapshots.thatHold', [id]);
      problems.push(...copies.map(({ path }) => `${path} holds it again`));
    }
    await opened.core.close();
    return [...problems, ...(await problemsOfBackups(folder, []))];
  },
};

async function tracesOf(core: Core, id: EntryId): Promise<string[]> {
  const inTrash = (await core.get('trash.list')).some(entry => entry.id === id);
  const isThere = inTrash || (await core.ask('entries.get', id)).ok;
  return isThere ? [`${id} is there again`] : [];
}
