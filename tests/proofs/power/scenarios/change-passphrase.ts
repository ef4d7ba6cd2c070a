import { coreOver, PASSPHRASE, unlocked } from '../../support/open-vault.ts';
import type { Scenario } from '../scenario.ts';
import { problemsOfLetters } from './letters.ts';
import { saves } from './saves.ts';

/** In this order; the first is the one that the vault begins with. */
const PASSPHRASES = [PASSPHRASE, 'second good passphrase', 'third good passphrase', PASSPHRASE];

/** The passphrase is changed three times, which writes the key files anew. */
export const changePassphrase: Scenario = {
  prepare: saves.prepare,

  async run(folder, acknowledge) {
    const core = coreOver(folder);
    await core.get('vault.unlock', { passphrase: PASSPHRASE });
    for (let at = 0; at + 1 < PASSPHRASES.length; at += 1) {
      const [current, next] = [PASSPHRASES[at], PASSPHRASES[at + 1]];
      await core.get('vault.changePassphrase', { current, next });
      acknowledge(`changed ${at + 1}`);
    }
    await core.close();
  },

  async problemsOf(folder, acknowledged) {
    const at = acknowledged.length;
    // The one acknowledged last, or the one that was just being set: exactly one of them opens.
    const allowed = PASSPHRASES.slice(at, at + 2);
    const opening: string[] = [];
    for (const passphrase of new Set(PASSPHRASES)) {
      const opened = await unlocked(folder, passphrase);
      if ('error' in opened) {
        if (opened.error.code !== 'vault.wrongPassphrase') return [opened.error.code];
        continue;
      }
      await opened.core.close();
      opening.push(passphrase);
    }
    const [opens] = opening;
    if (opens === undefined || opening.length > 1) return [`${opening.length} passphrases open it`];
    if (!allowed.includes(opens)) return ['another passphrase than the last two opens it'];
    return problemsOfLetters(folder, [], opens);
  },
};
