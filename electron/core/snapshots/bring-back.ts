import { randomUUID } from 'node:crypto';
import { projectDocument } from '#shared/domain/projection.ts';
import { parseDocument } from '../entries/repository.ts';
import type { DifferingText } from '#shared/domain/snapshot.ts';
import type { ReadDb, WriteDb } from '../db/statements.ts';
import { keepConflictingText } from '../revisions/repository.ts';
import { marksOf } from './marks.ts';

interface BroughtBack {
  readonly broughtBack: number;
  readonly keptBeside: number;
}

interface Means {
  /** Makes the marks by which texts are compared. */
  readonly key: Buffer;
  readonly now: number;
  readonly newId: () => string;
  readonly differing: DifferingText;
}

type Row = Readonly<Record<string, unknown>>;
interface PastEntry extends Row {
  readonly seq: number;
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly document: string;
}
interface PresentEntry {
  readonly seq: number;
  readonly deleted_at: number | null;
  readonly sealed_on: string | null;
  readonly sealed_until: string | null;
}

/** What entries refer to, by id. A table that either side does not have is passed over. */
const REFERRED_TO = ['journey', 'template', 'picture'] as const;

/**
 * Brings back what a backup has and the vault no longer has, side by side with what is there:
 * nothing of the present is replaced. An entry that is gone, or in the trash, is there again; one
 * whose text is another now keeps it, and the old text goes among its versions or beside it as an
 * entry of its own. Done twice it adds nothing new. Runs inside a transaction.
 */
export function bringBack(past: ReadDb, now: WriteDb, means: Means): BroughtBack {
  const pastMarks = marksOf(past, means.key);
  const nowMarks = marksOf(now, means.key);
  const texts = new Set(nowMarks.values());
  for (const table of REFERRED_TO) bringBackMissing(past, now, table);

  let broughtBack = 0;
  let keptBeside = 0;
  for (const entry of entriesOf(past)) {
    const mark = pastMarks.get(entry.id) ?? '';
    const present = findPresent(now, entry.id);
    if (present === undefined) {
      insertWhole(past, now, entry, entry.id);
      broughtBack += 1;
      continue;
    }
    if (present.deleted_at !== null) {
      now.prepare('UPDATE entry SET deleted_at = NULL WHERE seq = ?').run(present.seq);
      broughtBack += 1;
    }
    if (nowMarks.get(entry.id) === mark) continue;
    if (means.differing === 'version') {
      if (keepAsVersion(now, present.seq, entry, means.now)) keptBeside += 1;
    } else if (!texts.has(mark)) {
      // It stands beside a letter that may be sealed here, and must not show what that one hides.
      const { sealed_on, sealed_until } = present;
      insertWhole(past, now, { ...entry, sealed_on, sealed_until }, means.newId());
      keptBeside += 1;
    }
  }
  return { broughtBack, keptBeside };
}

/** All writing of a backup that was not in its trash. */
const entriesOf = (past: ReadDb): readonly PastEntry[] =>
  past
    .prepare<[], PastEntry>(
      `SELECT entry.*, document FROM entry JOIN entry_text USING (seq)
       WHERE deleted_at IS NULL ORDER BY seq`,
    )
    .all();

const findPresent = (now: ReadDb, id: string): PresentEntry | undefined =>
  now
    .prepare<[string], PresentEntry>(
      'SELECT seq, deleted_at, sealed_on, sealed_until FROM entry WHERE id = ?',
    )
    .get(id);

function insertWhole(past: ReadDb, now: WriteDb, entry: PastEntry, id: string): void {
  const { seq: pastSeq, document, ...columns } = entry;
  const seq = insertRow(now, 'entry', { ...columns, id, indexed_version: 0 });
  insertRow(now, 'entry_text', { seq, document });
  const revisions = past
    .prepare<[number], Row>('SELECT * FROM revision WHERE entry_seq = ? ORDER BY seq')
    .all(pastSeq);
  for (const { seq: _seq, ...revision } of revisions) {
    // An id of its own: the same revision may still be there, of the entry this one stands beside.
    insertRow(now, 'revision', { ...revision, id: randomUUID(), entry_seq: seq });
  }
}

function keepAsVersion(now: WriteDb, entrySeq: number, past: PastEntry, keptAt: number): boolean {
  const { title, document, version } = past;
  const known = now
    .prepare('SELECT 1 FROM revision WHERE entry_seq = ? AND title = ? AND document = ?')
    .get(entrySeq, title, document);
  if (known !== undefined) return false;
  const { wordCount } = projectDocument(parseDocument(document));
  keepConflictingText(now, { entrySeq, version, title, document, wordCount, keptAt });
  return true;
}

function bringBackMissing(past: ReadDb, now: WriteDb, table: string): void {
  if (columnsOf(past, table).length === 0 || columnsOf(now, table).length === 0) return;
  const known = new Set(now.prepare<[], string>(`SELECT id FROM ${table}`).pluck().all());
  for (const row of past.prepare<[], Row>(`SELECT * FROM ${table}`).all()) {
    const { seq: _seq, ...columns } = row;
    if (!known.has(String(row['id']))) insertRow(now, table, columns);
  }
}

/** Inserts the columns that the present schema knows; the others have their defaults. */
function insertRow(now: WriteDb, table: string, row: Row): number {
  const columns = columnsOf(now, table).filter(column => Object.hasOwn(row, column));
  const values = columns.map(column => row[column]);
  const places = columns.map(() => '?').join(', ');
  const { lastInsertRowid } = now
    .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`)
    .run(...values);
  return Number(lastInsertRowid);
}

const columnsOf = (db: ReadDb, table: string): readonly string[] =>
  db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
