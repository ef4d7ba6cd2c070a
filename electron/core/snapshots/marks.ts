import { createHmac, type Hmac } from 'node:crypto';
import type { WritingCounts } from '#shared/domain/snapshot.ts';
import type { ReadDb } from '../db/statements.ts';

interface EntryText {
  readonly id: string;
  readonly title: string;
  readonly written_on: string;
  readonly document: string;
}

/**
 * A mark of each entry's text, by its id. Two texts are the same if their marks are; without the
 * key a mark tells nothing. Only columns that every version of the schema has are read.
 */
export function marksOf(db: ReadDb, key: Buffer): Map<string, string> {
  const rows = db
    .prepare<[], EntryText>(
      'SELECT id, title, written_on, document FROM entry JOIN entry_text USING (seq) ORDER BY id',
    )
    .iterate();
  const marks = new Map<string, string>();
  for (const row of rows) marks.set(row.id, markOf(row, key));
  return marks;
}

/** The mark of one text, whichever entry it is in. */
export function markOf({ title, written_on: day, document }: EntryText, key: Buffer): string {
  const mark = createHmac('sha256', key);
  for (const value of [title, day, document]) addValue(mark, value);
  return mark.digest('base64');
}

/** One mark of everything that a database holds, row by row. The search index is made of the rest. */
export function contentsMark(db: ReadDb, key: Buffer): string {
  const mark = createHmac('sha256', key);
  for (const table of tablesOf(db)) {
    addValue(mark, table);
    for (const row of db.prepare<[], unknown[]>(`SELECT * FROM "${table}"`).raw().iterate()) {
      for (const value of row) addValue(mark, value);
    }
  }
  return mark.digest('base64');
}

export function countsOf(db: ReadDb): WritingCounts {
  const count = (sql: string) => db.prepare<[], number>(sql).pluck().get() ?? 0;
  return {
    entries: count('SELECT count(*) FROM entry WHERE deleted_at IS NULL'),
    revisions: count('SELECT count(*) FROM revision'),
    days: count('SELECT count(DISTINCT written_on) FROM entry WHERE deleted_at IS NULL'),
  };
}

const tablesOf = (db: ReadDb): readonly string[] =>
  db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema
       WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index%'
       ORDER BY name`,
    )
    .pluck()
    .all();

/** Kind and length come first, so that no two rows of values ever read the same. */
function addValue(mark: Hmac, value: unknown): void {
  const isBytes = Buffer.isBuffer(value);
  const bytes = isBytes ? value : Buffer.from(String(value));
  mark.update(`${isBytes ? 'bytes' : typeof value} ${bytes.length} `);
  mark.update(bytes);
}
