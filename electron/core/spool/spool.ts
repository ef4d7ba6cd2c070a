import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { Draft } from '#shared/domain/entry.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import { diskError, isMissing } from '../disk/disk-errors.ts';
import { readIfThere, syncFolder } from '../disk/durable-files.ts';
import { openLastRecord, sealRecord } from './sealed-records.ts';

/** A draft as it could not be saved, and when. */
const SpooledDraft = Draft.extend({ spooledAt: z.int() });
export type SpooledDraft = z.infer<typeof SpooledDraft>;

/** Where drafts wait, sealed, that the database could not take. */
export interface Spool {
  /** Puts a draft on the disk, in the first place that takes it; false when none does. */
  readonly keep: (draft: SpooledDraft) => boolean;
  /** The newest draft of each entry that this key opens. */
  readonly read: () => readonly SpooledDraft[];
  readonly forget: (id: EntryId) => void;
  /** Overwrites the key. */
  readonly close: () => void;
}

const ENDING = '.draft';

/** The places are tried in turn. Each is made when it is needed, but never the folder it lies in. */
export function createSpool(key: Buffer, places: readonly string[]): Spool {
  const pathsOf = (id: EntryId) => places.map(place => join(place, `${id}${ENDING}`));
  let last = '';

  return {
    keep(draft) {
      const { spooledAt: _at, seq: _seq, ...said } = draft;
      const content = JSON.stringify(said);
      // Saving is tried again and again; the same words are kept once.
      if (content === last) return true;
      const record = sealRecord(key, draft.id, JSON.stringify(draft));
      const isKept = pathsOf(draft.id).some(path => isDone(() => append(path, record)));
      if (isKept) last = content;
      return isKept;
    },
    read: () => newestOfEach(places.flatMap(place => draftsIn(place, key))),
    forget(id) {
      last = '';
      for (const path of pathsOf(id)) isDone(() => remove(path));
    },
    close: () => void key.fill(0),
  };
}

/** Whether work succeeded; false when the disk refused it. */
function isDone(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (diskError(error, '') === undefined) throw error;
    return false;
  }
}

function append(path: string, record: Buffer): void {
  const folder = dirname(path);
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 });
    syncFolder(dirname(folder));
  }
  const isNew = !existsSync(path);
  const file = openSync(path, 'a', 0o600);
  const before = fstatSync(file).size;
  try {
    for (let written = 0; written < record.length;) {
      written += writeSync(file, record, written);
    }
    fsyncSync(file);
  } catch (error) {
    // Half a record would hide those that come after it.
    ftruncateSync(file, before);
    throw error;
  } finally {
    closeSync(file);
  }
  if (isNew) syncFolder(folder);
}

function remove(path: string): void {
  if (!existsSync(path)) return;
  rmSync(path);
  syncFolder(dirname(path));
}

/** A file that this key does not open belongs to another vault, and is left alone. */
function draftsIn(place: string, key: Buffer): readonly SpooledDraft[] {
  return namesIn(place)
    .filter(name => name.endsWith(ENDING))
    .flatMap(name => {
      const file = readIfThere(join(place, name));
      const text = file && openLastRecord(key, name.slice(0, -ENDING.length), file);
      const draft = SpooledDraft.safeParse(text === undefined ? undefined : JSON.parse(text));
      return draft.success ? [draft.data] : [];
    });
}

function newestOfEach(drafts: readonly SpooledDraft[]): readonly SpooledDraft[] {
  const newest = new Map<EntryId, SpooledDraft>();
  for (const draft of drafts.toSorted((a, b) => a.spooledAt - b.spooledAt)) {
    newest.set(draft.id, draft);
  }
  return [...newest.values()];
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
