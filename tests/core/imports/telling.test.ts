import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDocument } from '#shared/domain/document.ts';
import type { ImportItem, ImportMessage } from '#shared/domain/import.ts';
import type { Reply } from '#shared/ipc/contract.ts';
import type { ReadReport } from '../../../electron/import-process/orders.ts';
import { readAll } from '../../../electron/import-process/read-all.ts';
import { createTeller, type ReaderPort } from '../../../electron/import-process/teller.ts';
import { createTestApp, type TestApp } from '../../support/test-app.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amends-telling-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Answered = Reply<'imports.receive'>;

/** A line to the vault, as the vault process keeps it; `first` may answer before the vault does. */
function lineTo(
  app: TestApp,
  id: string,
  first: (message: ImportMessage) => Answered | null = () => null,
): ReaderPort {
  const line = new EventEmitter();
  const answer = async (message: ImportMessage): Promise<void> => {
    const reply = first(message) ?? (await app.call('imports.receive', { id, message }));
    line.emit('message', { data: reply });
  };
  return Object.assign(line, {
    start: () => undefined,
    postMessage: (message: ImportMessage) => void answer(message),
  }) as unknown as ReaderPort;
}

const entry = (title: string): ImportItem => {
  const writtenOn = '2020-01-01' as never;
  return { kind: 'entry', entry: { title, writtenOn, document: emptyDocument(), own: null } };
};

test('one item that the vault refuses keeps no other back, and is named', async () => {
  const app = await createTestApp();
  const { id } = await app.get('imports.begin', { names: ['a.json'] });
  const teller = createTeller(lineTo(app, id));
  for (const title of ['one', 'x'.repeat(501), 'two']) {
    expect(await teller.item(0, entry(title))).toBe('taken');
  }
  expect(await teller.end(0)).toBe('taken');
  expect((await app.get('imports.progress', id)).state).toBe('read');
  const { entries, problems } = await app.get('imports.preview', id);
  expect(entries.map(({ title }) => title)).toEqual(['one', 'two']);
  expect(problems).toMatchObject([{ file: 'a.json', reason: 'damaged' }]);
});

const refused: Answered = { ok: false, error: { code: 'internal', incident: 'a1' } };

test('a file of which nothing is taken is told, and the next one is read', async () => {
  const app = await createTestApp();
  const files = ['a.md', 'b.md'].map((name, index) => ({ index, path: join(folder, name) }));
  for (const { path } of files) writeFileSync(path, 'Words.');
  const { id } = await app.get('imports.begin', { names: ['a.md', 'b.md'] });
  const port = lineTo(app, id, ({ file }) => (file === 0 ? refused : null));
  const said: ReadReport[] = [];
  await readAll(files, createTeller(port), report => said.push(report));
  expect(said).toEqual([
    { type: 'began', index: 0 },
    { type: 'refused', index: 0 },
    { type: 'began', index: 1 },
    { type: 'done', index: 1 },
    { type: 'finished' },
  ]);
});

test('nothing more is read when the import is cancelled', async () => {
  const app = await createTestApp();
  const path = join(folder, 'a.md');
  writeFileSync(path, 'Words.');
  const { id } = await app.get('imports.begin', { names: ['a.md', 'b.md'] });
  await app.get('imports.cancel', id);
  const said: ReadReport[] = [];
  const files = [
    { index: 0, path },
    { index: 1, path },
  ];
  await readAll(files, createTeller(lineTo(app, id)), report => said.push(report));
  expect(said).toEqual([{ type: 'began', index: 0 }, { type: 'finished' }]);
});
