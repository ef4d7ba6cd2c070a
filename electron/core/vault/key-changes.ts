import { isLongEnough, PASSPHRASE_MINIMUM } from '#shared/domain/passphrase.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { secondLocationOf } from '../db/notes.ts';
import { renewKeyringsIn } from '../snapshots/second-location.ts';
import { makeIfDue } from '../snapshots/snapshots.ts';
import { changeKeys, type NewKeys } from './compose-keyring.ts';
import { noteProgress, type Hand, type Holder } from './holder.ts';
import type { OpenKeyring } from './key-files.ts';
import { proveNoOther, proveOpensNothing, writeEveryKeyFile } from './key-traces.ts';
import { isPending } from './keyring.ts';
import { newRecoveryKey, type RecoveryKey } from './recovery-key.ts';
import { replaceRoot } from './replace-keys.ts';
import { rootsOf } from './roots.ts';
import type { Keyhole } from './try-key.ts';

type Outcome<T = void> = Promise<Result<T, AppError>>;
interface NewCode {
  readonly recoveryCode: string;
}

/** How the keys of an open vault are changed. */
export interface KeyChanges {
  readonly changePassphrase: (current: string, next: string) => Outcome;
  /** Opens the vault if it is locked. The code that was typed has been seen: a new one replaces it. */
  readonly resetPassphrase: (code: string, next: string) => Outcome<NewCode>;
  readonly renewRecovery: (passphrase: string) => Outcome<NewCode>;
  readonly checkRecovery: (code: string) => Outcome<boolean>;
  /** Someone may know the passphrase: new root, new database key, nothing old is left. */
  readonly replaceKeys: (passphrase: string, next: string) => Outcome<NewCode>;
}

const locked = err({ code: 'vault.locked' } as const);
const tooShort = err({ code: 'vault.passphraseTooShort', minimum: PASSPHRASE_MINIMUM } as const);
const unfinished = err({ code: 'vault.keysUnfinished' } as const);

export function createKeyChanges(holder: Holder, keyhole: Keyhole): KeyChanges {
  const openHand = (): Hand | undefined => {
    const hand = holder.hand();
    return hand?.session === undefined ? undefined : hand;
  };

  return {
    async changePassphrase(current, next) {
      const hand = openHand();
      if (hand === undefined) return locked;
      if (!isLongEnough(next)) return tooShort;
      return keyhole.withPassphrase(current, async (found, old) => {
        const safe = makeIfDue(hand, 'changing-passphrase');
        if (!safe.ok) return safe;
        return keyhole.withNewPassphrase(next, async passphrase => {
          const changed = await changeEverywhere(hand, found, { passphrase });
          if (!changed.ok || isSame(current, next)) return changed;
          return proveOpensNothing(hand.folder, old);
        });
      });
    },

    resetPassphrase: async (code, next) =>
      isLongEnough(next)
        ? keyhole.withCode(code, (found, old) =>
            openedForGood(holder, async () => {
              // Before it is opened, which would tell what is told but once.
              if (isPending(found.keyring)) return unfinished;
              const hand = holder.open(found);
              if (!hand.ok) return hand;
              return withNewCode(holder, recovery =>
                keyhole.withNewPassphrase(next, async passphrase => {
                  const keys = { passphrase, recovery };
                  const changed = await changeEverywhere(hand.value, found, keys);
                  return changed.ok ? proveOpensNothing(hand.value.folder, old) : changed;
                }),
              );
            }),
          )
        : tooShort,

    async renewRecovery(passphrase) {
      const hand = openHand();
      if (hand === undefined) return locked;
      return keyhole.withPassphrase(passphrase, (found, key) =>
        withNewCode(holder, recovery => changeEverywhere(hand, found, { recovery }, [key])),
      );
    },

    async checkRecovery(code) {
      const hand = openHand();
      if (hand === undefined) return locked;
      const checked = await keyhole.fits(code, async key => {
        const opened = await rootsOf(hand.keyring, key);
        if (opened.kind === 'roots') opened.roots.forget();
        return opened.kind === 'roots';
      });
      if (checked.ok && checked.value) {
        const now = hand.ports.clock.now();
        const madeAt = hand.memory.now().recovery?.madeAt ?? now;
        hand.memory.change({ recovery: { madeAt, confirmedAt: now } });
        hand.newCode = null;
      }
      return checked;
    },

    async replaceKeys(passphrase, next) {
      const hand = openHand();
      if (hand === undefined) return locked;
      if (!isLongEnough(next)) return tooShort;
      return keyhole.withPassphrase(passphrase, (found, old) =>
        withNewCode(holder, recovery =>
          keyhole.withNewPassphrase(next, async fresh => {
            // It may have been closed while the keys were derived.
            if (openHand() === undefined) return locked;
            const replaced = await replaceRoot(holder, found, { passphrase: fresh, recovery });
            if (!replaced.ok) return replaced;
            return isSame(passphrase, next)
              ? proveNoOther(hand.folder, replaced.value.keyring)
              : proveOpensNothing(hand.folder, old);
          }),
        ),
      );
    },
  };
}

/**
 * A vault that work opened is closed again when the work could not be done: nobody is let in behind
 * a screen that says it failed. One whose database is beyond opening keeps its keys, for a backup.
 */
async function openedForGood(holder: Holder, work: () => Outcome<NewCode>): Outcome<NewCode> {
  const wasOpen = holder.hand()?.session !== undefined;
  let isDone = false;
  try {
    const done = await work();
    isDone = done.ok || done.error.code === 'vault.oldKeyRemains';
    return done;
  } finally {
    if (!isDone && !wasOpen && holder.hand()?.session !== undefined) close(holder);
  }
}

/** What else goes wrong now would hide what went wrong before. */
function close(holder: Holder): void {
  try {
    holder.shut();
  } catch {
    // What could not be indexed stays marked, and is indexed another time.
  } finally {
    holder.drop();
  }
}

/** Writes the changed keyring to every place, the second one too, and leaves no other behind. */
async function changeEverywhere(
  hand: Hand,
  { keyring, root }: OpenKeyring,
  keys: NewKeys,
  stillOpening: Parameters<typeof writeEveryKeyFile>[2] = [],
): Outcome {
  // The keys of both roots would have to change at once; doing the replacement again does that.
  if (isPending(keyring)) return unfinished;
  const { passphrase, recovery } = keys;
  const changed = await changeKeys(keyring, root, keys);
  const fresh = [passphrase?.key, recovery].filter(key => key !== undefined);
  const openers = [...fresh, ...stillOpening];
  await writeEveryKeyFile(hand.folder, { keyring: changed, root }, openers);
  hand.keyring = changed;
  if (recovery !== undefined) {
    const madeAt = hand.ports.clock.now();
    hand.memory.change({ recovery: { madeAt, confirmedAt: null } });
  }
  noteProgress(hand);
  if (hand.session !== undefined) renewKeyringsIn(hand, secondLocationOf(hand.session.db));
  return proveNoOther(hand.folder, changed);
}

/** Makes a new code, and gives it away once it opens the vault. */
async function withNewCode<T>(
  holder: Holder,
  work: (key: RecoveryKey) => Outcome<T>,
): Outcome<NewCode> {
  const { code, key } = newRecoveryKey();
  try {
    const done = await work(key);
    const isMade = done.ok || done.error.code === 'vault.oldKeyRemains';
    const hand = holder.hand();
    if (isMade && hand !== undefined) hand.newCode = code;
    return done.ok ? ok({ recoveryCode: code }) : done;
  } finally {
    key.forget();
  }
}

const isSame = (one: string, other: string): boolean =>
  one.normalize('NFC') === other.normalize('NFC');
