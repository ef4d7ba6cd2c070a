import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '#core/db/migrations/index.ts';
import { createDatabase, openDatabase } from '#core/db/open.ts';
import { createSessionHandlers } from '#core/handlers.ts';
import { openSession } from '#core/session.ts';
import { Day } from '#shared/domain/day.ts';
import type { ImportItem } from '#shared/domain/import.ts';
import type { AppError } from '#shared/errors.ts';
import { importMainContract } from '#shared/ipc/import-contract.ts';
import { ok, type Result } from '#shared/result.ts';
import { readFile } from '../../electron/import-process/read-file.ts';
import { createFakePorts } from '../support/fake-ports.ts';
import { aLetterText, createRandom } from './letters.ts';

const ENTRIES = 10_000;
/** Seconds for all of them. */
const TARGET = 20;
const AT_A_TIME = 200;

/** How long it takes to bring ten thousand entries in, from the bytes of one file to the disk. */
export async function benchImports(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'amends-bench-'));
  try {
    const bytes = journal();
    const handlers = emptyVault(folder);
    const { id } = await must(handlers['imports.begin']({ names: ['journal.json'] }));
    const begun = performance.now();
    const receive = async (items: readonly ImportItem[]): Promise<void> => {
      // Checked as whatever comes from outside.
      const message = { type: 'items', file: 0, items } as const;
      const input = importMainContract['imports.receive'].input.parse({ id, message });
      await must(handlers['imports.receive'](input));
    };
    await readAll(bytes, receive);
    await must(handlers['imports.receive']({ id, message: { type: 'end', file: 0 } }));
    await must(handlers['imports.preview'](id));
    const read = performance.now();
    await must(handlers['imports.take']({ id, place: { into: 'none' }, skipHere: true }));
    const taken = performance.now();
    const seconds = (taken - begun) / 1000;
    console.log(
      `${ENTRIES} entries of Day One (${(bytes.length / 1e6).toFixed(0)} MB) imported: ` +
        `${seconds.toFixed(1)} s, ${((taken - read) / 1000).toFixed(1)} s of it in one transaction ` +
        `(target ${TARGET} s: ${seconds < TARGET ? 'reached' : 'missed'})`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function journal(): Uint8Array {
  const random = createRandom(5);
  const entries = Array.from({ length: ENTRIES }, (_, index) => ({
    creationDate: new Date(Date.UTC(2000, 0, 1 + index)).toISOString(),
    timeZone: 'Europe/Berlin',
    text: `# Day ${index}\n\n${aLetterText(random)}`,
  }));
  return new TextEncoder().encode(JSON.stringify({ metadata: { version: '1.0' }, entries }));
}

async function readAll(
  bytes: Uint8Array,
  receive: (items: readonly ImportItem[]) => Promise<void>,
): Promise<void> {
  let items: ImportItem[] = [];
  const source = { name: 'journal.json', bytes, day: Day.parse('2026-05-17') };
  for await (const item of readFile(source, () => Promise.resolve(null))) {
    items.push(item);
    if (items.length < AT_A_TIME) continue;
    await receive(items);
    items = [];
  }
  if (items.length > 0) await receive(items);
}

function emptyVault(folder: string) {
  const place = { path: join(folder, 'vault.db'), key: randomBytes(32), migrations };
  createDatabase(place);
  const connection = openDatabase(place);
  if (!connection.ok) throw new Error(connection.error.code);
  const session = openSession(connection.value, createFakePorts(folder), () => undefined);
  return createSessionHandlers(session, () => ok(undefined));
}

async function must<T>(reply: Result<T, AppError> | Promise<Result<T, AppError>>): Promise<T> {
  const answer = await reply;
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}
