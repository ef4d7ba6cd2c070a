import { z } from 'zod';
import { Copy } from '../domain/audience.ts';
import { CheckIn } from '../domain/check-in.ts';
import { CommitmentEdit, LedgerLine } from '../domain/commitment.ts';
import { Draft, DraftSaved, Entry, EntrySummary, NewEntry, SearchHit } from '../domain/entry.ts';
import { ExportId, ExportWritten } from '../domain/export.ts';
import { ImportId } from '../domain/import.ts';
import { Day } from '../domain/day.ts';
import { EntryId, JourneyId, PictureId, TemplateId } from '../domain/ids.ts';
import { Journey, JourneyEdit, NewJourney } from '../domain/journey.ts';
import { VaultId, VaultName, VaultOverview } from '../domain/listed-vault.ts';
import { NewPicture, Picture } from '../domain/picture.ts';
import { Paper, PrintDocument, PrintOptions } from '../domain/print.ts';
import { ReturnedDraft } from '../domain/returned-draft.ts';
import { RecoveryCode } from '../domain/recovery.ts';
import { Revision, RevisionId, RevisionSummary } from '../domain/revision.ts';
import { GateAnswer } from '../domain/safety-gate.ts';
import { LockAfter, Settings, SettingsPatch } from '../domain/settings.ts';
import {
  DifferingText,
  Snapshot,
  SnapshotId,
  SnapshotMade,
  SnapshotOverview,
  SnapshotPreview,
  SnapshotRestored,
} from '../domain/snapshot.ts';
import { OpenedEntry } from '../domain/sealing.ts';
import { OwnTemplate, OwnTemplateDraft } from '../domain/template.ts';
import { AT_ONCE_MAX, CopiesThatHold, TrashedEntry } from '../domain/trash.ts';
import type { AppError } from '../errors.ts';
import type { Result } from '../result.ts';
import { exportContract, mainOnlyContract as exportMainContract } from './export-contract.ts';
import { importContract, importMainContract } from './import-contract.ts';
import { nothing, Passphrase, path, procedure } from './procedure.ts';

const epochMs = z.int().nonnegative();

/** Whoever has it can open the vault. */
const NewRecoveryCode = z.strictObject({ recoveryCode: z.string() });

/** What to know at once about a vault that was just opened. */
const opening = {
  /** Something here is older than what was seen before. Nothing was overwritten. */
  rollback: z.boolean(),
  /** `replaceKeys` was interrupted: old and new keys open the vault until it is done again. */
  keysUnfinished: z.boolean(),
};
const Opening = z.strictObject(opening);

const PrintRequest = z.strictObject({
  id: EntryId,
  options: PrintOptions,
  /** Who it is for. Where nobody said, whatever is marked in any way stays out. */
  copy: Copy.optional(),
  /** Asked of a copy for the other person before it is printed or saved; not for the preview. */
  gate: z.array(GateAnswer).max(2).optional(),
});
/** What undo and redo would do now, as labels such as "Delete check-in"; null when there is nothing. */
const HistoryState = z.strictObject({ undo: z.string().nullable(), redo: z.string().nullable() });
export type HistoryState = z.infer<typeof HistoryState>;

/** Entries that something is done to at once. */
const Several = z.array(EntryId).min(1).max(AT_ONCE_MAX);

/** Which journey's: one of them, or all writing with null. */
const OfJourney = z.strictObject({ journeyId: JourneyId.nullable() });

/** Asked by the pages and by the main process. */
const openContract = {
  'vault.status': procedure(
    nothing,
    z.strictObject({
      state: z.enum(['absent', 'locked', 'unlocked']),
      /** Whether a passphrase or code was right: also if the database then could not be opened. */
      keysInHand: z.boolean(),
      folder: z.string(),
      ...opening,
    }),
  ),
  'vault.create': procedure(z.strictObject({ passphrase: Passphrase }), NewRecoveryCode),
  'vault.unlock': procedure(z.strictObject({ passphrase: Passphrase }), Opening),
  'vault.unlockWithRecovery': procedure(z.strictObject({ code: RecoveryCode }), Opening),
  'vault.changePassphrase': procedure(
    z.strictObject({ current: Passphrase, next: Passphrase }),
    nothing,
  ),
  /** For a forgotten passphrase. Opens the vault too; the code that was typed opens nothing any more. */
  'vault.resetPassphrase': procedure(
    z.strictObject({ code: RecoveryCode, next: Passphrase }),
    NewRecoveryCode,
  ),
  'vault.renewRecovery': procedure(z.strictObject({ passphrase: Passphrase }), NewRecoveryCode),
  /** Whether this is the recovery code: after it was made, and to see whether it is still found. */
  'vault.checkRecovery': procedure(z.strictObject({ code: RecoveryCode }), z.boolean()),
  'vault.recoveryState': procedure(
    nothing,
    z.strictObject({
      exists: z.boolean(),
      madeAt: epochMs.nullable(),
      confirmedAt: epochMs.nullable(),
    }),
  ),
  /** The newest code, until it was typed back or the vault was locked; then it is never shown again. */
  'vault.newRecoveryCode': procedure(
    nothing,
    z.strictObject({ recoveryCode: z.string().nullable() }),
  ),
  /** The newest code as a sheet of paper and as the text of a file, with what it is for. */
  'vault.recoverySheet': procedure(
    nothing,
    z.strictObject({ code: z.string(), paper: PrintDocument, text: z.string() }),
  ),
  /** Someone may know the passphrase: all keys are made anew and old backups removed. */
  'vault.replaceKeys': procedure(
    z.strictObject({ passphrase: Passphrase, next: Passphrase }),
    NewRecoveryCode,
  ),
  'vault.lastTime': procedure(
    nothing,
    z.strictObject({
      lastUnlockAt: epochMs.nullable(),
      failedSince: z.int().nonnegative(),
      lastFailedAt: epochMs.nullable(),
    }),
  ),
  /** Answers the `rollback` warning: what is here shall count as the newest. */
  'vault.acceptOlder': procedure(nothing, nothing),
  /**
   * Copies the vault to another folder, checks the copy, and closes the vault: from then on nothing
   * is written to the old folder, which stays as it is. Tells its `progress`.
   */
  'vault.move': procedure(z.strictObject({ folder: path }), z.strictObject({ folder: z.string() })),
  /** Takes a backup, from its folder or its file, into the empty folder of an absent vault. */
  'vault.takeInBackup': procedure(z.strictObject({ path }), nothing),
  'snapshots.list': procedure(nothing, SnapshotOverview),
  'snapshots.make': procedure(nothing, SnapshotMade),
  'snapshots.verify': procedure(SnapshotId, Snapshot),
  'snapshots.preview': procedure(SnapshotId, SnapshotPreview),
  'snapshots.restore': procedure(
    z.strictObject({ id: SnapshotId, differing: DifferingText }),
    SnapshotRestored,
  ),
  /**
   * Puts the database of a backup in the place of one that can not be opened, or not be read as a
   * whole; that one is kept beside it. After an unlock that answered `vault.databaseDamaged` or
   * `vault.databaseMissing`, this and the list can be asked although the vault is not open.
   */
  'snapshots.replaceDatabase': procedure(SnapshotId, Opening),
  /** The copies that any of these entries is in besides the vault itself. */
  'snapshots.thatHold': procedure(Several, CopiesThatHold),
  /** Removes the backups that any of these erased entries is in, after a new one. Returns what still holds one. */
  'snapshots.removeThoseThatHold': procedure(Several, CopiesThatHold),
  'snapshots.drill': procedure(nothing, Snapshot),
  'snapshots.setSecondLocation': procedure(
    z.strictObject({ folder: path.nullable() }),
    SnapshotOverview,
  ),
  /** All of them, the archived ones too. */
  'journeys.list': procedure(nothing, z.array(Journey)),
  'journeys.create': procedure(NewJourney, Journey),
  'journeys.edit': procedure(JourneyEdit, HistoryState),
  'journeys.archive': procedure(
    z.strictObject({ id: JourneyId, archived: z.boolean() }),
    HistoryState,
  ),
  /** The person's own templates, by title. */
  'templates.list': procedure(nothing, z.array(OwnTemplate)),
  'templates.create': procedure(OwnTemplateDraft, OwnTemplate),
  /** A template with the sections of an entry, without its text. */
  'templates.createFromEntry': procedure(EntryId, OwnTemplate),
  'templates.edit': procedure(OwnTemplateDraft.extend({ id: TemplateId }), HistoryState),
  'templates.trash': procedure(TemplateId, HistoryState),
  'entries.list': procedure(nothing, z.array(EntrySummary)),
  /** An entry to be read and written. One that is sealed is not handed out: `entry.sealed`. */
  'entries.get': procedure(EntryId, OpenedEntry),
  'entries.create': procedure(NewEntry, Entry),
  'entries.saveDraft': procedure(Draft, DraftSaved),
  /** The entry is at rest: its search index is brought up to date. */
  'entries.settle': procedure(EntryId, nothing),
  /** Deletes entries, in one step to undo: all of them, or none if one is not there. */
  'entries.trash': procedure(Several, HistoryState),
  /** Moves an entry to another journey, or to none. */
  'entries.move': procedure(
    z.strictObject({ id: EntryId, journeyId: JourneyId.nullable() }),
    HistoryState,
  ),
  /**
   * Puts a letter away to cool off: until the beginning of that day nothing shows its title or a
   * word of it. It can be deleted, moved and exported by itself meanwhile.
   */
  'entries.seal': procedure(z.strictObject({ id: EntryId, until: Day }), HistoryState),
  /** Opens a sealed letter before its day; on its day or later, puts the note of the seal away. */
  'entries.unseal': procedure(EntryId, HistoryState),
  /** Begins an impact letter with what an impact map holds, area by area, in their order. */
  'entries.assembleImpact': procedure(EntryId, Entry),
  /**
   * Erases entries that are in the trash, with all that was kept of them: all of them, or none if
   * one is not there. It can not be undone; copies of the vault that were made before still hold them.
   */
  'entries.erase': procedure(Several, nothing),
  /** What was deleted and is still kept, the newest first. */
  'trash.list': procedure(nothing, z.array(TrashedEntry)),
  /** Brings entries back, in one step to undo: all of them, or none if one is not in the trash. */
  'trash.restore': procedure(Several, HistoryState),
  /** The texts that were kept of an entry, the newest first. */
  'revisions.list': procedure(EntryId, z.array(RevisionSummary)),
  'revisions.get': procedure(RevisionId, Revision),
  /** Puts a kept text in the place of the present one, which is kept first. */
  'revisions.restore': procedure(RevisionId, HistoryState),
  /** Begins a new entry with a kept text, and leaves the other as it is. */
  'revisions.openAsNew': procedure(RevisionId, Entry),
  /** The entry is being left: its text as it is now is kept. */
  'revisions.keep': procedure(EntryId, nothing),
  /** What could not be saved before and is in the vault now. Told once. */
  'drafts.takeReturned': procedure(nothing, z.array(ReturnedDraft)),
  'entries.printDocument': procedure(
    PrintRequest.extend({
      /** It is about to leave the app: then a copy for the other person must have passed the gate. */
      leaves: z.boolean().optional(),
    }),
    PrintDocument,
  ),
  ...exportContract,
  ...importContract,
  /** Every commitment in writing that is not in the trash, the first due first, then the undated. */
  'commitments.list': procedure(OfJourney, z.array(LedgerLine)),
  'commitments.edit': procedure(CommitmentEdit, HistoryState),
  /** All check-ins, the newest first. */
  'checkIns.list': procedure(OfJourney, z.array(CheckIn)),
  'pictures.add': procedure(NewPicture, PictureId),
  'pictures.get': procedure(PictureId, Picture),
  'history.undo': procedure(nothing, HistoryState),
  'history.redo': procedure(nothing, HistoryState),
  'search.find': procedure(z.strictObject({ text: z.string().max(1000) }), z.array(SearchHit)),
  'settings.get': procedure(nothing, Settings),
  'settings.update': procedure(SettingsPatch, Settings),
};

const mainOnlyContract = { ...exportMainContract, ...importMainContract };

/** Answered in the vault process, which alone holds keys and writing. */
export const vaultContract = { ...openContract, ...mainOnlyContract };

/** Whether a page may not ask this. */
export const isMainOnly = (name: string): boolean => Object.hasOwn(mainOnlyContract, name);

/** Answered in the main process, which alone has windows, dialogs and the printer. */
export const shellContract = {
  'shell.info': procedure(
    nothing,
    z.strictObject({
      version: z.string(),
      locale: z.string(),
      paper: Paper,
      vaultFolder: z.string(),
      theme: z.enum(['system', 'light', 'dark']),
      platform: z.enum(['darwin', 'win32', 'linux']),
    }),
  ),
  /** Which vaults there are, by the names that their owners gave. */
  'shell.vaults': procedure(nothing, VaultOverview),
  /** Goes to another vault, which is locked. Like the next four, only for the locked page. */
  'shell.openVault': procedure(z.strictObject({ id: VaultId }), nothing),
  /** Asks for the folder of a vault that is there already, and goes to it. */
  'shell.addVault': procedure(nothing, nothing),
  /** Asks for an empty folder, and goes to it, for a vault to be made there. */
  'shell.newVault': procedure(z.strictObject({ name: VaultName }), nothing),
  /** Takes a vault off the list. Its folder is left as it is. */
  'shell.forgetVault': procedure(z.strictObject({ id: VaultId }), nothing),
  /** Puts it back on the list. */
  'shell.unforgetVault': procedure(nothing, nothing),
  /** Gives the open vault a name, which the list shows to anyone; an empty one takes it back. */
  'shell.nameVault': procedure(z.strictObject({ name: VaultName }), nothing),
  /**
   * Moves the open vault to another folder, and goes there, where it is locked. The page saves
   * first. The vault tells its `progress`.
   */
  'shell.moveVault': procedure(z.strictObject({ folder: path }), nothing),
  'shell.setTheme': procedure(z.enum(['system', 'light', 'dark']), nothing),
  /** The vault opened: the window leaves the unlock page for the app. */
  'shell.enter': procedure(nothing, nothing),
  'shell.lock': procedure(nothing, nothing),
  /** Closes the window, as its own button does. */
  'shell.close': procedure(nothing, nothing),
  /**
   * Answers the `flush` event of this number: whether all typed text is saved. If it is not, and the
   * person locks or closes by hand, that is held back, for the page to ask what shall become of the
   * text.
   */
  'shell.flushed': procedure(
    z.strictObject({ asked: z.int(), saved: z.boolean() }),
    z.strictObject({ heldBack: z.enum(['lock', 'close']).nullable() }),
  ),
  'shell.printPreview': procedure(
    PrintRequest,
    z.strictObject({ pdf: z.instanceof(Uint8Array), leftOut: z.array(z.string()) }),
  ),
  'shell.print': procedure(PrintRequest, nothing),
  /** Puts the newest recovery code on paper. */
  'shell.printRecovery': procedure(nothing, nothing),
  /** Asks where, and writes it as plain text, which is not locked. */
  'shell.saveRecovery': procedure(nothing, z.strictObject({ path: z.string() })),
  /** The clipboard is cleared after half a minute and at the lock, if it still holds the code. */
  'shell.copyRecovery': procedure(nothing, nothing),
  /** Asks for a folder on this computer; nothing is written to it. */
  'shell.chooseFolder': procedure(nothing, z.strictObject({ folder: z.string() })),
  /** Asks for a backup, which may lie anywhere; it is only named. */
  'shell.chooseBackup': procedure(nothing, z.strictObject({ path: z.string() })),
  /** After how many minutes without a key or the mouse the vault locks; null for never. */
  'shell.setIdleLock': procedure(z.strictObject({ minutes: LockAfter.nullable() }), nothing),
  /** Takes the window out of sight and locks, whatever could be saved. */
  'shell.quickHide': procedure(nothing, nothing),
  /** Asks where, and writes a prepared export there, whole or not at all. */
  'shell.runExport': procedure(ExportId, ExportWritten),
  /**
   * Asks which files, or which folder, and begins to read them in a process of their own. Nothing
   * is taken in before `imports.take`.
   */
  'shell.chooseImport': procedure(z.enum(['files', 'folder']), z.strictObject({ id: ImportId })),
  /** Ends an import that was not taken in, and at once whoever reads for it; nothing of it is left. */
  'shell.cancelImport': procedure(ImportId, nothing),
  /** Asks where, writes the PDF whole or not at all, and returns its path. */
  'shell.savePdf': procedure(PrintRequest, z.strictObject({ path: z.string() })),
};

/** Every procedure once: what can be asked, with what, and what comes back. */
export const contract = { ...vaultContract, ...shellContract };

export type VaultProcedure = keyof typeof vaultContract;
export type ShellProcedure = keyof typeof shellContract;
export type Procedure = keyof typeof contract;
export type Input<P extends Procedure> = z.output<(typeof contract)[P]['input']>;
export type Output<P extends Procedure> = z.output<(typeof contract)[P]['output']>;
export type Reply<P extends Procedure> = Result<Output<P>, AppError>;

/** One function per procedure; a forgotten or misspelt one does not compile. */
export type HandlersFor<P extends Procedure> = {
  readonly [K in P]: (input: Input<K>) => Reply<K> | Promise<Reply<K>>;
};
