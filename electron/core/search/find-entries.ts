import { HIT_END, HIT_START } from '#shared/domain/projection.ts';
import type { SearchHit } from '#shared/domain/entry.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { diskError } from '../disk/disk-errors.ts';
import { prepare, type ReadDb } from '../db/statements.ts';
import { SUMMARY_COLUMNS, toSummary, type SummaryRow } from '../entries/repository.ts';
import { SEALED } from '../entries/sealing.ts';
import type { Session } from '../session.ts';
import { indexPending } from './index-entries.ts';
import { toReadable, parseQuery } from './parse-query.ts';

const HITS_MAX = 100;
const SNIPPET_WORDS = 24;

/**
 * Entries that hold all the words of the text, the best match first, each with where it is. One that
 * is sealed is not among them.
 */
export function findEntries(
  { db, write }: Session,
  { text }: { readonly text: string },
): Result<SearchHit[], AppError> {
  const query = parseQuery(text);
  if (query === null) return ok([]);
  // What can not be indexed now, on a full disk for example, is missing from the answer; the rest is not.
  tryTo(() => indexPending(db, write));
  return ok(hitsOf(db, query));
}

function tryTo(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (diskError(error, '') === undefined) throw error;
  }
}

type RankedRow = SummaryRow & { readonly seq: number };

function hitsOf(db: ReadDb, query: string): SearchHit[] {
  const ranked = prepare<RankedRow>(
    db,
    `SELECT entry.seq AS seq, ${SUMMARY_COLUMNS}
     FROM search_index JOIN entry ON entry.seq = search_index.rowid
     WHERE search_index MATCH @query AND deleted_at IS NULL AND NOT ${SEALED}
     ORDER BY bm25(search_index, 5.0, 1.0, 0.5), written_on DESC, entry.seq DESC
     LIMIT ${HITS_MAX}`,
  ).all({ query });
  const snippets = snippetsOf(db, query, ranked);
  return ranked.map(row => ({
    entry: toSummary(row),
    snippet: snippetParts(snippets.get(row.seq) ?? ''),
  }));
}

/**
 * Snippets are taken from the writer's words, never from headings: a hit elsewhere shows how the
 * text begins. They are made for the hits that are shown only: reading every match's text takes far
 * longer.
 */
function snippetsOf(db: ReadDb, query: string, hits: readonly RankedRow[]): Map<number, string> {
  const rows = prepare<{ seq: number; snippet: string }>(
    db,
    // The + keeps SQLite from running the whole query again for each row.
    `SELECT rowid AS seq,
       snippet(search_index, 1, '${HIT_START}', '${HIT_END}', '…', ${SNIPPET_WORDS}) AS snippet
     FROM search_index
     WHERE search_index MATCH @query
       AND +rowid IN (SELECT value FROM json_each(@seqs))`,
  ).all({ query, seqs: JSON.stringify(hits.map(hit => hit.seq)) });
  return new Map(rows.map(({ seq, snippet }) => [seq, snippet]));
}

const PARTS = new RegExp(`${HIT_START}([^${HIT_END}]*)${HIT_END}|([^${HIT_START}]+)`, 'g');

function snippetParts(marked: string): SearchHit['snippet'] {
  const text = toReadable(marked).replace(/\s+/g, ' ');
  return [...text.matchAll(PARTS)].map(([, hit, plain]) => ({
    text: hit ?? plain ?? '',
    hit: hit !== undefined,
  }));
}
