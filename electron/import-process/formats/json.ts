import type { Day } from '#shared/domain/day.ts';
import { IMPORT_LIMITS, type ImportItem } from '#shared/domain/import.ts';
import { createLosses, type Losses, type Source } from '../item.ts';
import { jsonParts, lineAt, parsePart, type JsonPart } from '../json/json-parts.ts';
import { problemOf, Unreadable } from '../problem.ts';
import { inUtf8 } from '../text-of.ts';
import { dayOneEntry, jrnlEntry, miniDiaryEntry, type Fields } from './journals.ts';
import { ownEntry, ownJourney, ownPicture } from './own-json.ts';

/** A letter, with its markup, or a picture in base64, is never longer. */
const PART_BYTES = 24 * 1024 * 1024;
const OUR_VERSION = 1;
/** How many problems are told with their line. */
const PLACED = 20;

interface Outline {
  readonly format: unknown;
  readonly version: unknown;
  /** Entries, journeys and pictures, in the order of the file. */
  readonly parts: readonly JsonPart[];
  /** Where the file breaks off, after what could be found before that. */
  readonly broken: unknown;
}

const LISTS = new Set(['entries', 'journeys', 'pictures']);

/** A JSON file of ours, of Day One, Mini Diary or jrnl. One part that is damaged keeps no other back. */
export function* readJson({
  bytes: raw,
  day,
}: Pick<Source, 'bytes' | 'day'>): Generator<ImportItem, void, void> {
  const bytes = inUtf8(raw);
  const { format, version, parts, broken } = outlineOf(bytes);
  const isOurs = format === 'amends';
  if (isOurs && typeof version === 'number' && version > OUR_VERSION)
    throw new Unreadable('newerVersion');
  if (!isOurs && !parts.some(({ key }) => key === 'entries')) {
    throw broken ?? new Unreadable('unknownKind');
  }
  const losses = createLosses();
  let problems = 0;
  for (const part of parts) {
    if (part.key !== 'entries' && !isOurs) continue;
    const item = itemOf(bytes, part, { isOurs, day, losses });
    if (item.kind === 'problem') problems += 1;
    yield problems > PLACED ? item : placed(item, bytes, part);
  }
  yield* losses.items();
  if (broken !== undefined) throw broken;
}

function outlineOf(bytes: Uint8Array): Outline {
  const parts: JsonPart[] = [];
  const head = new Map<string, unknown>();
  let broken: unknown;
  try {
    for (const part of jsonParts(bytes)) {
      if (part.item !== null && LISTS.has(part.key)) parts.push(part);
      else if (part.item === null && isHead(part)) head.set(part.key, parsePart(bytes, part));
      if (parts.length > 2 * IMPORT_LIMITS.entries) throw new Unreadable('tooMuch');
    }
  } catch (error) {
    broken = error;
  }
  return { format: head.get('format'), version: head.get('version'), parts, broken };
}

const isHead = ({ key, start, end }: JsonPart): boolean =>
  (key === 'format' || key === 'version') && end - start < 100;

interface Reading {
  readonly isOurs: boolean;
  readonly day: Day;
  readonly losses: Losses;
}

function itemOf(bytes: Uint8Array, part: JsonPart, reading: Reading): ImportItem {
  try {
    const { isOurs } = reading;
    const levels = isOurs ? IMPORT_LIMITS.ownJsonDepth : IMPORT_LIMITS.jsonDepth;
    if (part.depth > levels) throw new Unreadable('tooDeep');
    if (part.end - part.start > PART_BYTES) throw new Unreadable('letterTooLong');
    return readPart(part, parsePart(bytes, part), reading);
  } catch (error) {
    const entry = typeof part.item === 'number' && part.key === 'entries' ? part.item + 1 : null;
    return { kind: 'problem', problem: problemOf(error, '', entry) };
  }
}

/** Finding a line reads all that is before it. */
const placed = (item: ImportItem, bytes: Uint8Array, { start }: JsonPart): ImportItem =>
  item.kind === 'problem'
    ? { kind: 'problem', problem: { ...item.problem, line: lineAt(bytes, start) } }
    : item;

function readPart(
  { key, item }: JsonPart,
  value: unknown,
  { isOurs, day, losses }: Reading,
): ImportItem {
  if (isOurs && key === 'journeys') return ownJourney(value);
  if (isOurs && key === 'pictures') return ownPicture(value);
  if (isOurs) return ownEntry(value, day, losses);
  if (typeof value !== 'object' || value === null) throw new Unreadable('damaged');
  const fields = value as Fields;
  if (typeof item === 'string') return miniDiaryEntry(item, fields, day, losses);
  if (Object.hasOwn(fields, 'creationDate')) return dayOneEntry(fields, day, losses);
  if (Object.hasOwn(fields, 'body') || Object.hasOwn(fields, 'title'))
    return jrnlEntry(fields, day, losses);
  throw new Unreadable('unknownKind');
}
