import { randomBytes } from 'node:crypto';
import { isLongEnough, PASSPHRASE_MINIMUM } from '#shared/domain/passphrase.ts';
import type { SnapshotId } from '#shared/domain/snapshot.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { diskError } from '../disk/disk-errors.ts';
import type { Ports } from '../ports.ts';
import { keepAsLeft } from '../revisions/changes.ts';
import { makeIfDue, makeNow } from '../snapshots/snapshots.ts';
import { takeInBackup } from '../snapshots/take-in.ts';
import { composeKeyring } from './compose-keyring.ts';
import {
  acceptWhatIsHere,
  createHolder,
  isUnfinished,
  noteProgress,
  type Door,
  type Hand,
  type LastTime,
} from './holder.ts';
import { createKeyChanges, type KeyChanges } from './key-changes.ts';
import { keyFilePaths, writeKeyFiles, type OpenKeyring } from './key-files.ts';
import { isSignedWith, ROOT_BYTES, type Opener } from './key-wrap.ts';
import { isPending } from './keyring.ts';
import { copyVault } from './move.ts';
import { recoveryStateOf, type RecoveryState } from './recovery-state.ts';
import { newRecoveryKey } from './recovery-key.ts';
import { replaceDatabase } from './replace-database.ts';
import { finishReplacing } from './replace-keys.ts';
import { createKeyhole } from './try-key.ts';
import * as files from './vault-files.ts';

type VaultState = 'absent' | 'locked' | 'unlocked';
type Outcome<T = void> = Promise<Result<T, AppError>>;

interface NewCode {
  readonly recoveryCode: string;
}

/** What to know at once about a vault that was just opened. */
export interface Opening {
  /** Something here is older than what was seen before. Nothing was overwritten. */
  readonly rollback: boolean;
  /** New keys were being made when something interrupted it: both the old and the new ones open. */
  readonly keysUnfinished: boolean;
}

/** One vault on disk: its key files, its backups, and its database while it is unlocked. */
export interface Vault extends KeyChanges {
  readonly state: () => VaultState;
  readonly opening: () => Opening;
  /** The keys of an unlocked vault, or of one whose database can only be replaced. */
  readonly hand: () => Hand | undefined;
  readonly create: (passphrase: string) => Outcome<NewCode>;
  readonly unlock: (passphrase: string) => Outcome<Opening>;
  readonly unlockWithRecovery: (code: string) => Outcome<Opening>;
  readonly recoveryState: () => RecoveryState;
  /** The newest code, while nobody has typed it back and the vault was not locked since. */
  readonly newCode: () => string | null;
  readonly lastTime: () => Result<LastTime, AppError>;
  readonly acceptOlder: () => Result<void, AppError>;
  readonly replaceDatabase: (id: SnapshotId) => Result<Opening, AppError>;
  /** Copies the vault to another folder and closes it here; the old folder stays as it is. */
  readonly move: (folder: string) => Outcome<{ readonly folder: string }>;
  readonly takeIn: (path: string) => Result<void, AppError>;
  /** Makes the first backup of the day, once the vault was opened. */
  readonly opened: () => Result<void, AppError>;
  /** Makes the backup that many new entries come after. */
  readonly backUpBeforeImport: () => Result<void, AppError>;
  /** The last look at the database before it closes. */
  readonly leaving: () => void;
  /** The database was closed. Its keys stay for what still runs. */
  readonly shut: () => void;
  /** Nothing runs any more: the keys are forgotten. */
  readonly closed: () => void;
}

/** Calls must not overlap: each derivation takes hundreds of megabytes, each failure a wait. */
export function createVault(ports: Ports, door: Door): Vault {
  const folder = ports.vaultFolder;
  const holder = createHolder(ports, door);
  const keyhole = createKeyhole(ports, holder);
  let backupIsDue = false;

  async function openWith(found: OpenKeyring, key: Opener): Outcome<Opening> {
    const wasOpen = holder.hand()?.session !== undefined;
    const opened = holder.open(found);
    if (!opened.ok) return opened;
    backupIsDue ||= !wasOpen;
    try {
      await finishIfReplaced(opened.value, found, key);
    } catch (error) {
      // Nobody is kept from their letters by it: the answer says that it is unfinished.
      if (diskError(error, folder) === undefined) throw error;
    }
    return ok(openingOf(opened.value));
  }

  /** The database has its new key and someone came with the new passphrase: only the end is missing. */
  async function finishIfReplaced(hand: Hand, found: OpenKeyring, key: Opener): Outcome<Hand> {
    const { keyring, root, nextRoot, opened } = found;
    const isOld = !isPending(keyring) || isSignedWith(keyring, hand.keys.header);
    if (isOld || nextRoot === undefined || opened === 'root') return ok(hand);
    return finishReplacing(hand, { keyring, root, nextRoot }, { openers: [key], oldRoots: [root] });
  }

  async function writeNewVault(root: Buffer, passphrase: string): Outcome<NewCode> {
    files.beginCreating(folder);
    const { code, key: recovery } = newRecoveryKey();
    try {
      return await keyhole.withNewPassphrase(passphrase, async fresh => {
        const now = ports.clock.now();
        const keyring = await composeKeyring(root, { passphrase: fresh, recovery }, now);
        await writeKeyFiles(keyFilePaths(folder), { keyring, root }, [fresh.key, recovery]);
        const forget = () => undefined;
        const open = { keyring, root, nextRoot: undefined, opened: 'root', forget } as const;
        const opened = holder.open(open);
        if (!opened.ok) return opened;
        opened.value.memory.change({ recovery: { madeAt: now, confirmedAt: null } });
        opened.value.newCode = code;
        return ok({ recoveryCode: code });
      });
    } catch (error) {
      files.takeBackCreation(folder);
      throw error;
    } finally {
      recovery.forget();
    }
  }

  const state = (): VaultState => {
    if (holder.hand()?.session !== undefined) return 'unlocked';
    return files.holdsVault(folder) ? 'locked' : 'absent';
  };

  const openHand = (): Result<Hand, AppError> => {
    const hand = holder.hand();
    return hand?.session === undefined ? err({ code: 'vault.locked' }) : ok(hand);
  };

  return {
    ...createKeyChanges(holder, keyhole),
    state,
    opening: () => openingOf(holder.hand()),
    hand: holder.hand,
    async create(passphrase) {
      if (state() !== 'absent') return err({ code: 'vault.exists', folder });
      if (!isLongEnough(passphrase)) {
        return err({ code: 'vault.passphraseTooShort', minimum: PASSPHRASE_MINIMUM });
      }
      const root = randomBytes(ROOT_BYTES);
      try {
        return await writeNewVault(root, passphrase);
      } finally {
        root.fill(0);
      }
    },
    async unlock(passphrase) {
      if (state() === 'absent') return err({ code: 'vault.absent' });
      return keyhole.withPassphrase(passphrase, openWith);
    },
    async unlockWithRecovery(code) {
      if (state() === 'absent') return err({ code: 'vault.absent' });
      return keyhole.withCode(code, openWith);
    },
    recoveryState: () => recoveryStateOf(folder, holder.hand()),
    newCode: () => holder.hand()?.newCode ?? null,
    lastTime() {
      const hand = openHand();
      return hand.ok ? ok(hand.value.lastTime) : hand;
    },
    acceptOlder() {
      const hand = openHand();
      return hand.ok ? acceptWhatIsHere(hand.value) : hand;
    },
    replaceDatabase(id) {
      const hand = holder.hand();
      if (hand === undefined) return err({ code: 'vault.locked' });
      holder.shut();
      const replaced = replaceDatabase(hand, id);
      const opened = holder.reopen();
      if (!replaced.ok) return replaced;
      if (!opened.ok) return opened;
      const accepted = acceptWhatIsHere(opened.value);
      return accepted.ok ? ok(openingOf(opened.value)) : accepted;
    },
    async move(to) {
      const { session, keys } = holder.hand() ?? {};
      if (session === undefined || keys === undefined) return err({ code: 'vault.locked' });
      keepAsLeft(session, [...session.edited]);
      const copied = await copyVault({ db: session.db, keys, folder }, to, door.progress);
      // At once: a word that went into the old folder from now on would be missed in the new one.
      if (copied.ok) holder.shut();
      return copied;
    },
    takeIn(path) {
      if (state() !== 'absent') return err({ code: 'vault.exists', folder });
      return takeInBackup(path, folder);
    },
    opened() {
      const hand = holder.hand();
      if (!backupIsDue || hand === undefined) return ok(undefined);
      backupIsDue = false;
      return makeIfDue(hand, 'unlocked');
    },
    backUpBeforeImport() {
      const hand = holder.hand();
      if (hand === undefined) return err({ code: 'vault.locked' });
      const made = makeNow(hand, 'before-import');
      return made.ok ? ok(undefined) : made;
    },
    leaving() {
      const hand = holder.hand();
      if (hand?.session === undefined) return;
      noteProgress(hand);
      makeIfDue(hand, 'closing');
    },
    shut: holder.shut,
    closed: holder.drop,
  };
}

const openingOf = (hand: Hand | undefined): Opening => ({
  rollback: hand?.rollback ?? false,
  keysUnfinished: hand !== undefined && isUnfinished(hand),
});
