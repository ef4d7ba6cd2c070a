import { existsSync } from 'node:fs';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { migrations } from '../db/migrations/index.ts';
import { noteFork, raiseSaves, savesOf } from '../db/notes.ts';
import { createDatabase, openDatabase, type Connection } from '../db/open.ts';
import { diskError } from '../disk/disk-errors.ts';
import type { Ports } from '../ports.ts';
import type { Session } from '../session.ts';
import { makeSnapshot } from '../snapshots/make.ts';
import { namesIn } from '../snapshots/places.ts';
import { noteAhead } from '../snapshots/lineage.ts';
import { newestSound, type VaultInHand } from '../snapshots/snapshots.ts';
import { failuresIn, forgetFailures } from './attempt-log.ts';
import { fitsDatabase } from './database-key.ts';
import type { OpenKeyring } from './key-files.ts';
import { databaseKey, deriveKeys, type VaultKeys } from './key-wrap.ts';
import { isPending, type Keyring } from './keyring.ts';
import { createMemory } from './memory.ts';
import * as files from './vault-files.ts';

/** Where an open database goes, and how it is taken back. */
export interface Door {
  /** The key of drafts that wait outside the database is the opener's to keep, and to forget. */
  readonly open: (connection: Connection, spoolKey: Buffer) => Session;
  /** Closes the session that `open` made. */
  readonly shut: () => void;
  /** Tells whoever waits how far long work has come, in bytes. */
  readonly progress: (done: number, total: number) => void;
}

/** What happened here before this unlock. */
export interface LastTime {
  readonly lastUnlockAt: number | null;
  /** Attempts that failed since then. */
  readonly failedSince: number;
  readonly lastFailedAt: number | null;
}

/** An open vault, or one whose keys are in hand but whose database could not be opened. */
export interface Hand extends VaultInHand {
  keyring: Keyring;
  session: Session | undefined;
  /** Something here is older than what was seen before. */
  rollback: boolean;
  lastTime: LastTime;
  /** The newest recovery code, until it is typed back or the vault is locked. */
  newCode: string | null;
}

/** Holds the keys of a vault from unlock to lock. */
export interface Holder {
  readonly hand: () => Hand | undefined;
  /** Opens the database with what a keyring held, and keeps the keys that an open vault needs. */
  readonly open: (keyring: OpenKeyring) => Result<Hand, AppError>;
  /** Opens the database again with the keys in hand. */
  readonly reopen: () => Result<Hand, AppError>;
  /** Closes the database and keeps the keys. */
  readonly shut: () => void;
  /** Forgets the keys of a vault that is closed. */
  readonly drop: () => void;
}

export function createHolder(ports: Ports, door: Door): Holder {
  const folder = ports.vaultFolder;
  const path = files.databasePath(folder);
  let hand: Hand | undefined;

  function drop(): void {
    hand?.keys.forget();
    hand = undefined;
  }

  function take(keys: VaultKeys, keyring: Keyring): Hand {
    drop();
    const { vaultId } = keyring;
    const memory = createMemory(folder, { key: keys.state, vaultId });
    const lastTime = { lastUnlockAt: null, failedSince: 0, lastFailedAt: null };
    const session = undefined;
    const own = { folder, ports, keys, vaultId, keyring, memory, session, lastTime };
    hand = { ...own, rollback: false, newCode: null };
    return hand;
  }

  function openSession(taken: Hand): Result<void, AppError> {
    const place = { path, key: taken.keys.database, migrations };
    if (files.isUnfinished(folder)) {
      createDatabase(place);
      files.endCreating(folder);
    }
    const connection = openDatabase({
      ...place,
      keepOld(db) {
        const kept = makeSnapshot(taken, db, 'before-migration');
        // Without a way back there is no way forward.
        if (!kept.ok) throw new Error(kept.error.code);
      },
    });
    if (!connection.ok) return connection;
    taken.session = door.open(connection.value, Buffer.from(taken.keys.spool));
    lookBack(taken, taken.session);
    return ok(undefined);
  }

  function shut(): void {
    try {
      door.shut();
    } finally {
      // Whatever could not be done at its end, it is not open any more.
      if (hand !== undefined) hand.session = undefined;
    }
  }

  function openOrDrop(taken: Hand): Result<Hand, AppError> {
    try {
      const opened = openSession(taken);
      if (opened.ok) return ok(taken);
      if (!isBeyondOpening(opened.error)) drop();
      return opened;
    } catch (error) {
      // A session that was opened before something failed holds the lock on the database.
      shut();
      const problem = diskError(error, path);
      if (problem === undefined || !isBeyondOpening(problem)) drop();
      throw error;
    }
  }

  return {
    hand: () => hand,
    open(keyring) {
      if (hand?.session !== undefined) return ok(hand);
      const taken = take(deriveKeys(rootOfDatabase(keyring, path)), keyring.keyring);
      if (fitsNeither(keyring, path)) return err({ code: 'vault.databaseDamaged', path });
      return openOrDrop(taken);
    },
    reopen() {
      if (hand === undefined) return err({ code: 'vault.locked' });
      return hand.session === undefined ? openOrDrop(hand) : ok(hand);
    },
    shut,
    drop,
  };
}

/** While a root is being replaced, the database says which of the two is its own by now. */
function rootOfDatabase({ root, nextRoot }: OpenKeyring, path: string): Buffer {
  return nextRoot !== undefined && isRootOf(nextRoot, path) ? nextRoot : root;
}

/** A wrong key given to SQLite could make it throw away the journal that a power cut left. */
const fitsNeither = ({ root, nextRoot }: OpenKeyring, path: string): boolean =>
  nextRoot !== undefined && existsSync(path) && !isRootOf(root, path) && !isRootOf(nextRoot, path);

function isRootOf(root: Buffer, path: string): boolean {
  const key = databaseKey(root);
  const isRoot = fitsDatabase(key, path);
  key.fill(0);
  return isRoot;
}

/** A database that is gone or damaged can be replaced from a backup, for which the keys are needed. */
const isBeyondOpening = ({ code }: AppError): boolean =>
  code === 'vault.databaseDamaged' || code === 'vault.databaseMissing';

/** Compares what is here with what was seen before, and remembers the newer of both. */
function lookBack(hand: Hand, session: Session): void {
  const { folder, keyring, memory, ports } = hand;
  const seen = memory.now();
  const saves = savesOf(session.db);
  const seenSaves = Math.max(seen.saves, newestSound(hand)?.saves ?? 0);
  const failures = failuresIn(folder);
  hand.rollback = keyring.epoch < seen.epoch || saves < seenSaves;
  // It counts on, and may pass what it was put in the place of: what is newer is told by this alone.
  if (saves < seenSaves) noteAhead(memory, { at: ports.clock.now(), saves });
  hand.lastTime = {
    lastUnlockAt: seen.lastUnlockAt,
    failedSince: failures.length,
    lastFailedAt: failures.at(-1) ?? null,
  };
  memory.change({
    epoch: Math.max(keyring.epoch, seen.epoch),
    saves: Math.max(saves, seen.saves),
    lastUnlockAt: ports.clock.now(),
  });
  forgetFailures(folder);
}

/** Remembers how far the vault has come, so that an older state is known for what it is. */
export function noteProgress({ keyring, memory, session }: Hand): void {
  const { epoch, saves } = memory.now();
  const latest = session === undefined ? 0 : savesOf(session.db);
  memory.change({ epoch: Math.max(epoch, keyring.epoch), saves: Math.max(saves, latest) });
}

/** From now on what is here counts as the newest: someone put it back knowingly. */
export function acceptWhatIsHere(hand: Hand): Result<void, AppError> {
  const { session, memory, keyring } = hand;
  if (session === undefined) return ok(undefined);
  const seen = Math.max(memory.now().saves, newestSound(hand)?.saves ?? 0, savesOf(session.db));
  const fork = { at: hand.ports.clock.now(), saves: savesOf(session.db) };
  const raised = session.write([], db => {
    noteFork(db, fork);
    raiseSaves(db, seen + 1);
    return ok(undefined);
  });
  if (!raised.ok) return raised;
  memory.change({ epoch: keyring.epoch, saves: seen + 1 });
  hand.rollback = false;
  return ok(undefined);
}

/** Whether the replacement of the root key was interrupted and should be done again. */
export const isUnfinished = ({ keyring }: Hand): boolean => isPending(keyring);

/** Databases that were put aside, which an old root key still opens. */
export const databasesAside = (folder: string): readonly string[] =>
  namesIn(folder).filter(name => /^(?:vault\.(?:backup|damaged)|recovered)-.*\.db$/.test(name));
