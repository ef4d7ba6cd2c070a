import { z } from 'zod';
import { Copy, PassageMark } from './audience.ts';
import { Day } from './day.ts';
import { EntryKind } from './entry.ts';
import { EntryId, JourneyId } from './ids.ts';
import { PrintDocument, PrintOptions } from './print.ts';
import { GateAnswer } from './safety-gate.ts';
import { Side, StepNumber } from './template.ts';

export const ExportFormat = z.enum(['pdf', 'docx', 'markdown', 'html', 'text', 'json']);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** More entries than a vault is made for. */
const MOST_ENTRIES = 100_000;

/** Which writing; what is in the trash is never part of it. */
export const Selection = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('entries'), ids: z.array(EntryId).min(1).max(MOST_ENTRIES) }),
  z.strictObject({
    of: z.literal('step'),
    step: StepNumber,
    /** null for every journey, and for none. */
    journeyId: JourneyId.nullable(),
  }),
  z.strictObject({ of: z.literal('journey'), journeyId: JourneyId }),
  /** Both days are part of it. */
  z.strictObject({ of: z.literal('days'), from: Day, to: Day }),
  z.strictObject({ of: z.literal('everything') }),
]);
export type Selection = z.infer<typeof Selection>;

/** What is to leave the app, for whom, and as what. */
export const ExportRequest = z.strictObject({
  selection: Selection,
  /** What was written not to be sent, or is sealed, goes along only when its id stands here too. */
  chosenOneByOne: z.array(EntryId).max(MOST_ENTRIES).default([]),
  copy: Copy,
  format: ExportFormat,
  /** Several files go into a new folder or into one zip file; one file is just a file. */
  bundle: z.enum(['folder', 'zip']).default('folder'),
  /** Names of files say nothing of what is written, and a title stays in the app, unless it is chosen. */
  names: z.enum(['neutral', 'title']).default('neutral'),
  /** Headings, date and salutation count for every format; the rest for paper and Word. */
  options: PrintOptions,
  /** What came of the questions before a copy for the other person. They themselves are not sent. */
  gate: z.array(GateAnswer).max(2).default([]),
});
export type ExportRequest = z.infer<typeof ExportRequest>;

/** Something that stays out of a copy. */
export const Removal = z.strictObject({
  /** The heading of the section that it stands in; '' outside of one. */
  section: z.string(),
  what: z.enum(['section', 'passage', 'words']),
  /** What the writer said of it, or that it only helps to write. */
  why: z.enum([...PassageMark.options, 'help']),
  /** What it says, for the writer to see. */
  text: z.string(),
});
export type Removal = z.infer<typeof Removal>;

/** Why a selected entry does not go along. */
export const KeptBackReason = z.enum([
  /** It was written not to be sent: it goes along when it is chosen by itself. */
  'never-send',
  /** It is put away until its day: the same. */
  'sealed',
  /** It is for work with a counsellor, and in no copy for the other person. */
  'counsellor-only',
  /** Nothing of it may be in this copy. */
  'nothing-left',
  /** It is empty. */
  'nothing-written',
  /** Its text in the vault is damaged. */
  'unreadable',
]);
export type KeptBackReason = z.infer<typeof KeptBackReason>;

/** Why something goes along only when it is chosen by itself. */
export const OneByOne = KeptBackReason.extract(['never-send', 'sealed']);
export type OneByOne = z.infer<typeof OneByOne>;

const named = {
  id: EntryId,
  /** '' for one that is sealed, also when it was chosen: its title stays hidden, and out of names. */
  title: z.string(),
  writtenOn: Day,
  kind: EntryKind,
  sealedUntil: Day.nullable(),
};

export const ExportedEntry = z.strictObject({
  ...named,
  /** With its extension; the same for all where all of them go into one file. */
  fileName: z.string(),
  /** What the writer wrote of what goes, counted as it is below a letter: without headings. */
  wordCount: z.int().nonnegative(),
  pictures: z.int().nonnegative(),
  /** What goes, in words: of several only how each begins, and '' for one that is sealed. */
  text: z.string(),
  removals: z.array(Removal),
  /** Why it would have stayed here, had it not been chosen by itself; null for any other. */
  oneByOne: OneByOne.nullable(),
});
export type ExportedEntry = z.infer<typeof ExportedEntry>;

export const KeptBackEntry = z.strictObject({
  ...named,
  why: KeptBackReason,
  /** Whether it goes along when its id is put into `chosenOneByOne`. */
  canBeChosen: z.boolean(),
});
export type KeptBackEntry = z.infer<typeof KeptBackEntry>;

/** Exactly what an export would write. */
export const ExportPreview = z.strictObject({
  entries: z.array(ExportedEntry),
  keptBack: z.array(KeptBackEntry),
  /** One file, a new folder or one zip file. A sealed export is always one file. */
  target: z.enum(['file', 'folder', 'zip']),
  counts: z.strictObject({
    entries: z.int(),
    /** Pictures beside a Markdown file included. */
    files: z.int(),
    words: z.int(),
    pictures: z.int(),
    removals: z.int(),
  }),
  /**
   * Which sides' three questions come first; none when the copy is not for the other person.
   * `choose`: the writing could be of either side, and the person says which.
   */
  gate: z.strictObject({ sides: z.array(Side), choose: z.boolean() }),
});
export type ExportPreview = z.infer<typeof ExportPreview>;

export const ExportId = z.uuid().brand<'ExportId'>();
export type ExportId = z.infer<typeof ExportId>;

/** What the main process asks a place for. */
export const ExportTarget = z.strictObject({
  kind: z.enum(['file', 'folder']),
  /** Without the extension. */
  name: z.string(),
  /** '' for a folder. With more than one dot for a sealed file, such as "md.age". */
  extension: z.string(),
});
export type ExportTarget = z.infer<typeof ExportTarget>;

/** What was written, whole and on disk. */
export const ExportWritten = z.strictObject({
  /** The file, or the new folder. */
  path: z.string(),
  files: z.int().positive(),
  entries: z.int().positive(),
  /** Whether the vault keeps a receipt of it; false when it could not be saved. */
  hasReceipt: z.boolean(),
});
export type ExportWritten = z.infer<typeof ExportWritten>;

/** What the main process has to do next for an export. */
export const ExportTurn = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('go-on') }),
  /** Make a PDF of this, hand it over with `exports.rendered`, and go on. */
  z.strictObject({ kind: z.literal('render'), letter: PrintDocument, options: PrintOptions }),
  z.strictObject({ kind: z.literal('done'), written: ExportWritten }),
]);
export type ExportTurn = z.infer<typeof ExportTurn>;

export const ExportProgress = z.strictObject({
  state: z.enum(['prepared', 'running', 'done', 'cancelled', 'failed']),
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
});
export type ExportProgress = z.infer<typeof ExportProgress>;

export const ReceiptId = z.uuid().brand<'ReceiptId'>();

/** That something left the app: what, when, for whom, as what. Never a word of it. */
export const Receipt = z.strictObject({
  id: ReceiptId,
  /** Epoch milliseconds. */
  at: z.int().nonnegative(),
  audience: Copy.shape.audience,
  format: z.enum([...ExportFormat.options, 'paper']),
  isSealed: z.boolean(),
  /** How many there were; some may have been erased since. */
  entryCount: z.int().positive(),
  /** Those that are still in the vault, in the trash or not. */
  entries: z.array(
    z.strictObject({
      id: EntryId,
      /** '' while it is sealed. */
      title: z.string(),
      writtenOn: Day,
      sealedUntil: Day.nullable(),
    }),
  ),
});
export type Receipt = z.infer<typeof Receipt>;
