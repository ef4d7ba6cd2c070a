import type { Day } from '#shared/domain/day.ts';
import { prepare, type ReadDb } from '../db/statements.ts';
import { readableDocument } from '../entries/repository.ts';
import { createPace } from '../export/pace.ts';
import { letterKey } from './letter-key.ts';
import type { StagedEntry } from './staged.ts';

const AT_A_TIME = 100;

/**
 * Which of the staged letters are here, and not in the trash, by their keys. A sealed letter is one of
 * them: who has the very same words in a file learns nothing else of it, and gets no double.
 */
export async function keysHere(
  db: ReadDb,
  entries: readonly StagedEntry[],
): Promise<ReadonlySet<string>> {
  const here = new Set<string>();
  const seqs = sameSize(db, entries);
  const pace = createPace();
  for (let from = 0; from < seqs.length; from += AT_A_TIME) {
    for (const letter of lettersOf(db, seqs.slice(from, from + AT_A_TIME))) {
      const key = keyOf(letter);
      if (key !== null) here.add(key);
    }
    await pace();
  }
  return here;
}

/** Only a letter of the same size can be the same: few are read of a vault that holds none of them. */
function sameSize(db: ReadDb, entries: readonly StagedEntry[]): readonly number[] {
  const sizes = JSON.stringify([...new Set(entries.map(({ substance }) => substance))]);
  return prepare<{ seq: number }>(
    db,
    `SELECT seq FROM entry
     WHERE deleted_at IS NULL AND text_length IN (SELECT value FROM json_each(@sizes))`,
  )
    .all({ sizes })
    .map(({ seq }) => seq);
}

interface Letter {
  readonly title: string;
  readonly writtenOn: Day;
  readonly document: string;
}

const lettersOf = (db: ReadDb, seqs: readonly number[]): readonly Letter[] =>
  prepare<Letter>(
    db,
    `SELECT entry.title AS title, written_on AS writtenOn, document
     FROM entry JOIN entry_text ON entry_text.seq = entry.seq
     WHERE entry.seq IN (SELECT value FROM json_each(@seqs))`,
  ).all({ seqs: JSON.stringify(seqs) });

function keyOf({ document: json, ...letter }: Letter): string | null {
  const document = readableDocument(json);
  return document === undefined ? null : letterKey({ ...letter, document });
}
