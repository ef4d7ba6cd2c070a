import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { dayOf } from '#shared/domain/day.ts';
import { IMPORT_LIMITS, type ImportItem } from '#shared/domain/import.ts';
import type { Source } from './item.ts';
import type { FileToRead, ReadReport } from './orders.ts';
import { problemOf, Unreadable } from './problem.ts';
import { readFile } from './read-file.ts';
import type { Heard, Teller } from './teller.ts';

/** Reads one file after the other, and says what is in them to the vault process alone. */
export async function readAll(
  files: readonly FileToRead[],
  teller: Teller,
  report: (said: ReadReport) => void,
): Promise<void> {
  for (const file of files) {
    report({ type: 'began', index: file.index });
    const heard = await readOne(file, teller, report);
    if (heard === 'over') break;
    report({ type: heard === 'taken' ? 'done' : 'refused', index: file.index });
  }
  report({ type: 'finished' });
}

async function readOne(
  { index, path }: FileToRead,
  teller: Teller,
  report: (said: ReadReport) => void,
): Promise<Heard> {
  for await (const item of itemsOf(path, wrong => askPassphrase(index, wrong))) {
    const heard = await teller.item(index, item);
    if (heard !== 'taken') return heard;
  }
  return teller.end(index);

  async function askPassphrase(file: number, wrong: boolean): Promise<string | null> {
    report({ type: 'waiting' });
    const passphrase = await teller.passphrase(file, wrong);
    report({ type: 'began', index: file });
    return passphrase;
  }
}

async function* itemsOf(
  path: string,
  ask: (wrong: boolean) => Promise<string | null>,
): AsyncGenerator<ImportItem, void, void> {
  let source: Source;
  try {
    source = sourceOf(path);
  } catch (error) {
    const known = error instanceof Unreadable ? error : new Unreadable('unreadable');
    yield { kind: 'problem', problem: problemOf(known, '') };
    return;
  }
  yield* readFile(source, ask);
}

/** @throws Unreadable if it is too large, or no file. */
function sourceOf(path: string): Source {
  const file = openSync(path, 'r');
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw new Unreadable('unknownKind');
    if (stat.size > IMPORT_LIMITS.fileBytes) throw new Unreadable('tooLarge');
    return { name: basename(path), bytes: readFileSync(file), day: dayOf(stat.mtime) };
  } finally {
    closeSync(file);
  }
}
