import type { Day } from './domain/day.ts';
import type { GateResult } from './domain/safety-gate.ts';
import type { Side } from './domain/template.ts';

/** Why a chosen place did not take a file. */
export type NotWrittenReason =
  | 'full'
  | 'readOnly'
  /** The folder, or the drive, is not there, or not there any more. */
  | 'gone'
  /** Something that is no file has this name. */
  | 'taken'
  | 'failed';

/**
 * Every expected failure in the app, as code and data. The sentence for the person lives in
 * `renderer/api/describe-error.ts` only. No member ever carries text that the person wrote.
 */
export type AppError =
  // The vault: its key file, its database, its passphrase.
  | { code: 'vault.absent' }
  | { code: 'vault.exists'; folder: string }
  | { code: 'vault.locked' }
  | { code: 'vault.wrongPassphrase'; waitMs: number }
  | { code: 'vault.recoveryMistyped' }
  | { code: 'vault.wrongRecoveryCode'; waitMs: number }
  | { code: 'vault.tooSoon'; waitMs: number }
  | { code: 'vault.passphraseTooShort'; minimum: number }
  | { code: 'vault.newerVersion'; what: 'keyring' | 'database'; path: string }
  | { code: 'vault.keyringDamaged'; path: string }
  | { code: 'vault.keyringMissing'; path: string }
  | { code: 'vault.databaseDamaged'; path: string }
  | { code: 'vault.databaseMissing'; path: string }
  /** `recovered` is where all that was still open was written to, if it could be. */
  | { code: 'vault.databaseReplaced'; path: string; recovered?: string }
  | { code: 'vault.inUse'; path: string }
  | { code: 'vault.gone' }
  /** It was there before, and is not now: its drive may not be plugged in. */
  | { code: 'vault.unreachable' }
  /** In this folder there is no vault. */
  | { code: 'vault.notHere'; folder: string }
  /** The change was made, but this file could not be, and the old passphrase or code opens it. */
  | { code: 'vault.oldKeyRemains'; path: string }
  /** A code is shown until it was typed back or the vault was locked. */
  | { code: 'vault.noNewCode' }
  /** The replacement of all keys was interrupted: it must be done again before any other change. */
  | { code: 'vault.keysUnfinished' }
  // Its backups, and the folders it goes to.
  | { code: 'snapshot.none' }
  | { code: 'snapshot.notFound'; id: string }
  | { code: 'snapshot.damaged'; id: string }
  | { code: 'snapshot.unreadable'; path: string }
  /** The backups of an entry can only go once it is gone from the vault itself. */
  | { code: 'snapshot.notErased'; id: string }
  | { code: 'folder.unusable'; path: string; reason: 'missing' | 'notEmpty' | 'insideVault' }
  // The disk, at any write.
  | { code: 'disk.full'; path: string }
  | { code: 'disk.readOnly'; path: string }
  | { code: 'disk.noFolder'; folder: string }
  | { code: 'disk.failed'; path: string; reason: string }
  // What is in the vault.
  | { code: 'entry.notFound'; id: string }
  | { code: 'entry.conflict'; latestVersion: number }
  /** An empty text was to replace a written one, and nobody had taken the words away. */
  | { code: 'entry.emptied'; latestVersion: number }
  | { code: 'entry.tooLarge'; limit: number }
  /** It is put away: nothing of it is shown before this day, unless the person opens it. */
  | { code: 'entry.sealed'; until: Day }
  /** No day to which a letter can be sealed; these are the first and the last one. */
  | { code: 'entry.notSealable'; first: Day; last: Day }
  | { code: 'revision.notFound'; id: string }
  | { code: 'template.notFound'; id: string }
  | { code: 'journey.notFound'; id: string }
  | { code: 'picture.notFound'; id: string }
  | { code: 'picture.tooLarge'; limit: number }
  /** The bytes are not what they are said to be. */
  | { code: 'picture.unreadable' }
  // Out of the app.
  | { code: 'export.cancelled' }
  /** Nothing of what was selected may be in this copy. */
  | { code: 'export.nothing' }
  /** The questions before a copy for the other person have no answer that lets it be made. */
  | { code: 'export.gate'; side: Side; result: GateResult | null }
  | { code: 'export.notFound' }
  /** More files, or bytes, than a zip file can hold. */
  | { code: 'export.tooMuchForZip' }
  /** The file was not written. `left` is a half file that could not be taken away again, or null. */
  | { code: 'export.notWritten'; path: string; reason: NotWrittenReason; left: string | null }
  // Into the app.
  /** Nothing was chosen, or what was chosen is not taken in. */
  | { code: 'import.cancelled' }
  | { code: 'import.notFound' }
  /** There is nothing in it that could be taken in. */
  | { code: 'import.nothing' }
  | { code: 'print.failed'; reason: string }
  // The boundary.
  | { code: 'ipc.unknownProcedure' }
  | { code: 'ipc.invalidInput'; issues: readonly string[] }
  | { code: 'ipc.untrustedSender' }
  | { code: 'internal'; incident: string };

export type ErrorCode = AppError['code'];
