import { coreOver, PASSPHRASE, unlocked } from '../../support/open-vault.ts';
import type { Scenario } from '../scenario.ts';
import { problemsOfLetters } from './letters.ts';
import { saves } from './saves.ts';

const NEXT = 'second good passphrase';
/** The passphrase after each step. */
const AFTER: readonly string[] = [PASSPHRASE, PASSPHRASE, NEXT, NEXT];

/** A new recovery code; a new passphrase by it, which makes the next; and one more. */
export const recovery: Scenario = {
  prepare: saves.prepare,

  async run(folder, acknowledge) {
    const core = coreOver(folder);
    await core.get('vault.unlock', { passphrase: PASSPHRASE });
    const first = await core.get('vault.renewRecovery', { passphrase: PASSPHRASE });
    acknowledge(first.recoveryCode);
    const code = first.recoveryCode;
    acknowledge((await core.get('vault.resetPassphrase', { code, next: NEXT })).recoveryCode);
    acknowledge((await core.get('vault.renewRecovery', { passphrase: NEXT })).recoveryCode);
    await core.close();
  },

  async problemsOf(folder, codes) {
    const opening: string[] = [];
    for (const passphrase of [PASSPHRASE, NEXT]) {
      const opened = await unlocked(folder, passphrase);
      if ('core' in opened) {
        opening.push(passphrase);
        await opened.core.close();
      } else if (opened.error.code !== 'vault.wrongPassphrase') return [opened.error.code];
    }
    const [opens] = opening;
    if (opens === undefined || opening.length > 1) return [`${opening.length} passphrases open it`];
    // The one of before is still good while it is being changed.
    if (!AFTER.slice(codes.length, codes.length + 2).includes(opens)) return ['another passphrase'];
    const problems = await problemsOfCodes(folder, codes);
    return problems.length > 0 ? problems : problemsOfLetters(folder, [], opens);
  },
};

/** Of all that were told, the last code opens the vault, unless the next was just being made. */
async function problemsOfCodes(folder: string, codes: readonly string[]): Promise<string[]> {
  const isBetween = codes.length + 1 < AFTER.length;
  const problems: string[] = [];
  for (const [at, code] of codes.entries()) {
    const core = coreOver(folder);
    const reply = await core.ask('vault.unlockWithRecovery', { code });
    await core.close();
    const isLast = at + 1 === codes.length;
    const answer = reply.ok ? 'opens' : reply.error.code;
    const mayOpen = isLast ? isBetween || answer === 'opens' : answer !== 'opens';
    if (!mayOpen || !['opens', 'vault.wrongRecoveryCode'].includes(answer)) {
      problems.push(`code ${at + 1} of ${codes.length}: ${answer}`);
    }
  }
  return problems;
}
