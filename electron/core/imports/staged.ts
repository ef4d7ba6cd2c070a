import { createHash } from 'node:crypto';
import type { Day } from '#shared/domain/day.ts';
import type { EntryId, JourneyId } from '#shared/domain/ids.ts';
import {
  IMPORT_LIMITS,
  type ImportedEntry,
  type ImportItem,
  type ImportLoss,
  type ImportProblem,
} from '#shared/domain/import.ts';
import type { Entry } from '#shared/domain/entry.ts';
import type { Journey } from '#shared/domain/journey.ts';
import type { Picture } from '#shared/domain/picture.ts';
import { projectDocument } from '#shared/domain/projection.ts';
import { parseDocument } from '../entries/repository.ts';
import { pictureProblem } from '../pictures/add-picture.ts';
import { letterKey } from './letter-key.ts';

/** An entry that was read and not taken in: what a preview shows, and the document as bytes. */
export interface StagedEntry {
  readonly file: number;
  readonly title: string;
  readonly writtenOn: Day;
  readonly own: ImportedEntry['own'];
  readonly excerpt: string;
  readonly wordCount: number;
  /** As the vault stores it, so that only letters of the same size are looked through. */
  readonly substance: number;
  /** The same for the same letter. */
  readonly key: string;
  readonly pictures: readonly string[];
  /** Outside of the heap, where a hundred thousand of them weigh no more than their bytes. */
  readonly document: Buffer;
}

/** A problem and the file that it is in. */
export interface StagedProblem {
  readonly file: number;
  readonly problem: ImportProblem;
}

/** Problems that are remembered; all are counted. */
const MOST_PROBLEMS = 200;

/** What was read so far. It is in memory only: nothing of it is on the disk before it is taken in. */
export interface Staged {
  readonly entries: readonly StagedEntry[];
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly journeys: ReadonlyMap<JourneyId, Journey>;
  readonly losses: ReadonlyMap<ImportLoss, number>;
  readonly problems: readonly StagedProblem[];
  readonly problemCount: () => number;
  readonly add: (file: number, item: ImportItem) => void;
  readonly fail: (file: number, problem: ImportProblem) => void;
}

/** A place for what is read, with room for one import. */
export function createStaged(): Staged {
  const entries: StagedEntry[] = [];
  const pictures = new Map<string, Picture>();
  const journeys = new Map<JourneyId, Journey>();
  const losses = new Map<ImportLoss, number>();
  const problems: StagedProblem[] = [];
  const full = new Set<number>();
  let problemCount = 0;
  let bytes = 0;

  function fail(file: number, problem: ImportProblem): void {
    problemCount += 1;
    if (problems.length < MOST_PROBLEMS) problems.push({ file, problem });
  }

  /** Whether there is room for so much more; what is too much is told once for each file. */
  function hasRoom(file: number, more: number): boolean {
    const fits = bytes + more <= IMPORT_LIMITS.totalBytes && entries.length < IMPORT_LIMITS.entries;
    if (fits) bytes += more;
    else if (!full.has(file)) {
      full.add(file);
      fail(file, { reason: 'tooMuch', member: '', line: null, entry: null });
    }
    return fits;
  }

  return {
    entries,
    pictures,
    journeys,
    losses,
    problems,
    problemCount: () => problemCount,
    fail,
    add(file, item) {
      switch (item.kind) {
        case 'entry': {
          const staged = stage(file, item.entry);
          if (hasRoom(file, staged.document.length)) entries.push(staged);
          return;
        }
        case 'picture': {
          const { picture } = item;
          if (pictures.has(picture.id)) return;
          if (pictureProblem(picture) !== null || idOf(picture.bytes) !== picture.id) {
            return fail(file, { reason: 'damaged', member: '', line: null, entry: null });
          }
          if (hasRoom(file, picture.bytes.length)) pictures.set(picture.id, picture);
          return;
        }
        case 'journey':
          journeys.set(item.journey.id, item.journey);
          return;
        case 'loss':
          losses.set(item.what, (losses.get(item.what) ?? 0) + item.count);
          return;
        case 'problem':
          return fail(file, item.problem);
        default:
          item satisfies never;
      }
    },
  };
}

const idOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function stage(file: number, { title, writtenOn, document, own }: ImportedEntry): StagedEntry {
  const projection = projectDocument(document);
  return {
    file,
    title,
    writtenOn,
    own,
    excerpt: projection.excerpt,
    wordCount: projection.wordCount,
    substance: projection.substance,
    key: letterKey({ title, writtenOn, document }),
    pictures: projection.pictures,
    document: Buffer.from(JSON.stringify(document)),
  };
}

/** A new entry of a staged one. */
export const entryOf = (
  staged: StagedEntry,
  at: { readonly id: EntryId; readonly journeyId: JourneyId | null; readonly now: number },
): Entry => ({
  id: at.id,
  kind: staged.own?.kind ?? 'journal',
  journeyId: at.journeyId,
  templateId: staged.own?.templateId ?? null,
  step: staged.own?.step ?? null,
  title: staged.title,
  writtenOn: staged.writtenOn,
  document: parseDocument(staged.document.toString('utf8')),
  version: 1,
  // What was made later than now was not made here.
  createdAt: Math.min(staged.own?.createdAt ?? at.now, at.now),
  updatedAt: Math.min(staged.own?.updatedAt ?? at.now, at.now),
});
