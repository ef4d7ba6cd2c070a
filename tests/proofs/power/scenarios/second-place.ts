import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { coreOver, PASSPHRASE } from '../../support/open-vault.ts';
import type { Scenario } from '../scenario.ts';
import { problemsOfLetters, savedPromise, saveNext } from './letters.ts';
import { saves } from './saves.ts';

const BACKUPS = 3;
const COPIED = 'copied ';

const homeIn = (folder: string): string => join(folder, 'home');
const stickIn = (folder: string): string => join(folder, 'stick');

/** Backups that are copied to a second place, which may be all that is left. */
export const secondPlace: Scenario = {
  async prepare(folder) {
    mkdirSync(homeIn(folder), { recursive: true });
    mkdirSync(stickIn(folder));
    await saves.prepare(homeIn(folder));
    const core = coreOver(homeIn(folder));
    await core.get('vault.unlock', { passphrase: PASSPHRASE });
    await core.get('snapshots.setSecondLocation', { folder: stickIn(folder) });
    await core.close();
  },

  async run(folder, acknowledge) {
    const core = coreOver(homeIn(folder));
    await core.get('vault.unlock', { passphrase: PASSPHRASE });
    const [letter] = await core.get('entries.list');
    if (letter === undefined) throw new Error('no letter');
    for (let backup = 0; backup < BACKUPS; backup += 1) {
      const saved = savedPromise(letter.id, await saveNext(core, letter.id));
      acknowledge(saved);
      const { secondCopy } = await core.get('snapshots.make');
      if (secondCopy !== 'made') throw new Error('the second place was not reached');
      acknowledge(`${COPIED}${saved}`);
    }
    await core.close();
  },

  async problemsOf(folder, acknowledged) {
    const copied = acknowledged.flatMap(line =>
      line.startsWith(COPIED) ? [line.slice(COPIED.length)] : [],
    );
    return [
      ...(await problemsOfLetters(homeIn(folder), acknowledged)),
      ...(await problemsOfCopies(folder, copied)),
    ];
  },
};

/** What is wrong with the copies, when one of them is brought to a computer that has nothing else. */
async function problemsOfCopies(folder: string, promised: readonly string[]): Promise<string[]> {
  const copies = readdirSync(stickIn(folder)).filter(name => name.startsWith('data-'));
  if (copies.length === 0) return ['there is no copy in the second place'];
  const problems: string[] = [];
  for (const name of copies) {
    const elsewhere = `${folder}-elsewhere`;
    const core = coreOver(elsewhere);
    try {
      await core.get('vault.takeInBackup', { path: join(stickIn(folder), name) });
      const opened = await core.ask('vault.unlock', { passphrase: PASSPHRASE });
      const [backup] = opened.ok ? [] : (await core.get('snapshots.list')).snapshots;
      if (backup === undefined) problems.push(`${name} opens without being brought back`);
      else await core.get('snapshots.replaceDatabase', backup.id);
    } catch (error) {
      problems.push(`${name}: ${String(error)}`);
    } finally {
      await core.close();
    }
    problems.push(...(await problemsOfLetters(elsewhere, promised)));
    rmSync(elsewhere, { recursive: true, force: true });
  }
  return problems;
}
