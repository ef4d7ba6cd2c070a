import { cpSync, rmSync } from 'node:fs';
import { nativeArgon2 } from '#core/vault/argon2.ts';
import { proveOpensNothing } from '#core/vault/key-traces.ts';
import { createPassphraseKey } from '#core/vault/passphrase.ts';
import { coreOver, PASSPHRASE, unlocked } from '../../support/open-vault.ts';
import type { Scenario } from '../scenario.ts';
import { problemsOfLetters, savedPromise, saveNext } from './letters.ts';
import { saves } from './saves.ts';
import { problemsOfBackups } from './snapshots.ts';

const NEXT = 'second good passphrase';
const LAST = 'third good passphrase';
const REPLACED = 'replaced';

/** Someone may know the passphrase: a new root key, and the whole database under another key. */
export const newKeys: Scenario = {
  async prepare(folder) {
    await saves.prepare(folder);
    const core = coreOver(folder);
    await core.get('vault.unlock', { passphrase: PASSPHRASE });
    await core.get('snapshots.make');
    await core.close();
  },

  async run(folder, acknowledge) {
    const core = coreOver(folder);
    await core.get('vault.unlock', { passphrase: PASSPHRASE });
    const [letter] = await core.get('entries.list');
    if (letter === undefined) throw new Error('no letter');
    acknowledge(savedPromise(letter.id, await saveNext(core, letter.id)));
    await core.get('vault.replaceKeys', { passphrase: PASSPHRASE, next: NEXT });
    acknowledge(REPLACED);
    acknowledge(savedPromise(letter.id, await saveNext(core, letter.id)));
    await core.close();
  },

  async problemsOf(folder, acknowledged) {
    const isReplaced = acknowledged.includes(REPLACED);
    if (isReplaced && !(await opensNothing(folder, PASSPHRASE))) {
      return ['the old passphrase opens a file'];
    }
    const problems: string[] = [];
    let opening = 0;
    for (const passphrase of isReplaced ? [NEXT] : [PASSPHRASE, NEXT]) {
      // Opening with the new one may finish what was begun, after which the old one does not open.
      const copy = `${folder}-copy`;
      cpSync(folder, copy, { recursive: true });
      const found = await problemsWith(copy, passphrase, acknowledged);
      rmSync(copy, { recursive: true, force: true });
      if (found === 'wrong passphrase') continue;
      opening += 1;
      problems.push(...found);
    }
    return opening === 0 ? ['no passphrase opens it'] : problems;
  },
};

async function problemsWith(
  folder: string,
  passphrase: string,
  acknowledged: readonly string[],
): Promise<string[] | 'wrong passphrase'> {
  const opened = await unlocked(folder, passphrase);
  if ('error' in opened) {
    const { code } = opened.error;
    return code === 'vault.wrongPassphrase' ? 'wrong passphrase' : [`does not open: ${code}`];
  }
  const { keysUnfinished } = await opened.core.get('vault.status');
  await opened.core.close();
  const problems = await problemsOfLetters(folder, acknowledged, passphrase);
  if (problems.length > 0) return problems;
  // Half-way, old backups wait for the end, to which doing it again leads from everywhere.
  if (keysUnfinished) await replaceAgain(folder, passphrase);
  return problemsOfBackups(folder, [], keysUnfinished ? LAST : passphrase);
}

async function replaceAgain(folder: string, passphrase: string): Promise<void> {
  const core = coreOver(folder);
  await core.get('vault.unlock', { passphrase });
  await core.get('vault.replaceKeys', { passphrase, next: LAST });
  await core.close();
}

async function opensNothing(folder: string, passphrase: string): Promise<boolean> {
  const old = createPassphraseKey(passphrase, nativeArgon2);
  const proof = await proveOpensNothing(folder, old);
  old.forget();
  return proof.ok;
}
