import { z } from 'zod';
import { Day } from './day.ts';
import { Document, DOCUMENT_MAX_DEPTH } from './document.ts';
import { Entry } from './entry.ts';
import { JourneyId } from './ids.ts';
import { Journey } from './journey.ts';
import { Picture } from './picture.ts';

/** Limits of security.md 4.6, and what follows from them. */
export const IMPORT_LIMITS = {
  /** The largest file, in bytes. */
  fileBytes: 200 * 1024 * 1024,
  /** The longest letter, in bytes of text. */
  letterBytes: 4 * 1024 * 1024,
  entries: 100_000,
  files: 100_000,
  jsonDepth: 64,
  /** A node of a document is two levels of JSON. Around them is the file, and fields are in them. */
  ownJsonDepth: 2 * DOCUMENT_MAX_DEPTH + 6,
  zipMembers: 10_000,
  /** How many bytes may come out of one byte of a zip file. */
  zipRatio: 100,
  zipBytes: 1024 * 1024 * 1024,
  /** What one import may hold in memory, in bytes. */
  totalBytes: 512 * 1024 * 1024,
  /** How long one file may be read. */
  fileMs: 60_000,
  /** The memory of the process that reads. */
  heapMegabytes: 512,
} as const;

/** Folders in folders that are looked into. */
export const FOLDER_DEPTH = 32;

export const ImportId = z.uuid().brand<'ImportId'>();
export type ImportId = z.infer<typeof ImportId>;

/** One piece of writing as it was read from a file. It has no id yet: it gets a new one. */
export const ImportedEntry = z.strictObject({
  title: Entry.shape.title,
  writtenOn: Day,
  document: Document,
  /** What only our own files know of it. */
  own: Entry.pick({
    kind: true,
    journeyId: true,
    templateId: true,
    step: true,
    createdAt: true,
    updatedAt: true,
  }).nullable(),
});
export type ImportedEntry = z.infer<typeof ImportedEntry>;

/** What a file holds and a letter does not. The words of it stay, but for those of a picture's file. */
export const ImportLoss = z.enum([
  'picture',
  'attachment',
  'tag',
  'place',
  'weather',
  'detail',
  'table',
  'link',
  /** Of someone who read along, or hidden in the text. */
  'comment',
  /** What stands at the top or at the foot of every page. */
  'margin',
]);
export type ImportLoss = z.infer<typeof ImportLoss>;

/** Why a file, or a part of it, can not come in. */
export const ImportProblemReason = z.enum([
  /** It could not be read from the disk. */
  'unreadable',
  'unknownKind',
  'tooLarge',
  /** The whole import holds too much, or too many entries. */
  'tooMuch',
  /** The file ends too early, or breaks its own rules. */
  'damaged',
  'tooDeep',
  'letterTooLong',
  /** What is in a zip file unpacks to far more than it should. */
  'zipTooLarge',
  /** A zip file of more files than are looked at. */
  'zipTooMany',
  'encrypted',
  'newerVersion',
  'empty',
  'sealed',
  /** Reading it took too long, or more memory than it may take. */
  'tooSlow',
]);
export type ImportProblemReason = z.infer<typeof ImportProblemReason>;

export const ImportProblem = z.strictObject({
  reason: ImportProblemReason,
  /** A file inside the file; '' for the file itself. */
  member: z.string().max(300),
  /** Where in it, as far as that is known; counted from 1. */
  line: z.int().positive().nullable(),
  entry: z.int().positive().nullable(),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

/** What the process that reads a file says, one after the other. */
export const ImportItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entry'), entry: ImportedEntry }),
  z.strictObject({ kind: z.literal('picture'), picture: Picture }),
  z.strictObject({ kind: z.literal('journey'), journey: Journey }),
  z.strictObject({ kind: z.literal('loss'), what: ImportLoss, count: z.int().positive() }),
  z.strictObject({ kind: z.literal('problem'), problem: ImportProblem }),
]);
export type ImportItem = z.infer<typeof ImportItem>;

/** How a message of the reading process is answered. */
export const ImportAnswer = z.strictObject({
  /** What opens a sealed file, where it was asked for; null to leave the file out. */
  passphrase: z.string().nullable(),
});
export type ImportAnswer = z.infer<typeof ImportAnswer>;

/** A message of the reading process. `file` counts the files of an import from 0. */
export const ImportMessage = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('items'),
    file: z.int().nonnegative(),
    items: z.array(ImportItem).max(1000),
  }),
  z.strictObject({ type: z.literal('end'), file: z.int().nonnegative() }),
  /** The file is sealed. Answered with what the person types. */
  z.strictObject({
    type: z.literal('sealed'),
    file: z.int().nonnegative(),
    /** What was typed before does not open it. */
    wrong: z.boolean(),
  }),
]);
export type ImportMessage = z.infer<typeof ImportMessage>;

export const ImportProgress = z.strictObject({
  state: z.enum(['reading', 'read']),
  /** Files. */
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  entries: z.int().nonnegative(),
  /** A file that waits for its passphrase. */
  sealed: z.strictObject({ name: z.string(), wrong: z.boolean() }).nullable(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

export const PreviewedImport = z.strictObject({
  title: z.string(),
  writtenOn: Day,
  /** The first words of it. */
  excerpt: z.string(),
  wordCount: z.int().nonnegative(),
  /** The name of its file. */
  file: z.string(),
  /** The same letter is in the vault, and not in the trash. */
  isHere: z.boolean(),
});
export type PreviewedImport = z.infer<typeof PreviewedImport>;

/** How much of an import is shown before it is taken in. */
export const IMPORT_SHOWN = 200;

export const ImportPreview = z.strictObject({
  /** The first `IMPORT_SHOWN`, in the order of the files. */
  entries: z.array(PreviewedImport),
  counts: z.strictObject({
    entries: z.int(),
    words: z.int(),
    /** Already here. */
    here: z.int(),
    files: z.int(),
    pictures: z.int(),
    /** Entries of our own files that were in a journey. */
    inJourneys: z.int(),
    /** Journeys that are in the file and not in the vault. */
    journeys: z.int(),
  }),
  /** What will not come along, and how often. */
  losses: z.array(z.strictObject({ what: ImportLoss, count: z.int().positive() })),
  /** The first of them, each with the name of its file. */
  problems: z.array(ImportProblem.extend({ file: z.string() })),
  problemCount: z.int(),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** Where what comes in shall stand. */
export const ImportPlace = z.discriminatedUnion('into', [
  z.strictObject({ into: z.literal('none') }),
  z.strictObject({ into: z.literal('journey'), journeyId: JourneyId }),
  /** In the journeys of its file; those that are not here are begun. */
  z.strictObject({ into: z.literal('as-it-was') }),
]);
export type ImportPlace = z.infer<typeof ImportPlace>;

export const ImportTaken = z.strictObject({
  entries: z.int().nonnegative(),
  pictures: z.int().nonnegative(),
  /** Left out because the same letter was here. */
  skipped: z.int().nonnegative(),
});
export type ImportTaken = z.infer<typeof ImportTaken>;

/** A name from outside as it may be shown: without what could hide what it is. */
export const shownName = (name: string): string =>
  name
    .toWellFormed()
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')
    .trim()
    .slice(0, 200);
