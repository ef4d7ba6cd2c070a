import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync, deflateSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { quickFolder } from '../support/folders.ts';
import { tell } from '../support/scale.ts';
import { needlesOf, newToken } from './needles.ts';
import { scanDescriptors, scanFolder, scanMemory } from './scan-files.ts';

// The proof of the proof: what is planted must be found, wherever and however it lies.

const escaped = (form: (code: string) => string) => (token: string) =>
  Array.from(token, letter => form(letter.charCodeAt(0).toString(16))).join('');

const PLANTS: Readonly<Record<string, (token: string) => Buffer | string>> = {
  plain: token => token,
  'utf-16 little endian': token => Buffer.from(token, 'utf16le'),
  'utf-16 big endian': token => Buffer.from(token, 'utf16le').swap16(),
  base64: token => Buffer.from(token).toString('base64'),
  'base64, one further': token => Buffer.from(`.${token}`).toString('base64'),
  'base64, two further': token => Buffer.from(`..${token}`).toString('base64'),
  hex: token => Buffer.from(token).toString('hex'),
  HEX: token => Buffer.from(token).toString('hex').toUpperCase(),
  url: escaped(code => `%${code}`.toUpperCase()),
  json: escaped(code => `\\u00${code}`),
  gzip: token => gzipSync(`words ${token} words`),
  'gzip inside': token => Buffer.concat([Buffer.alloc(99), gzipSync(token), Buffer.alloc(9)]),
  zlib: token => deflateSync(`words ${token} words`),
  zstd: token => zstdCompressSync(Buffer.from(`words ${token} words`)),
};

test.each(Object.entries(PLANTS))('a file that holds a canary as %s is found', (_name, plant) => {
  const folder = quickFolder();
  const token = newToken();
  writeFileSync(join(folder, 'planted'), plant(token));
  expect(scanFolder(folder, needlesOf(newToken()))).toEqual([]);
  expect(scanFolder(folder, needlesOf(token)).length).toBeGreaterThan(0);
});

test('a canary in the name of a file is found', () => {
  const folder = quickFolder();
  const token = newToken();
  writeFileSync(join(folder, `letter-${token}`), '');
  expect(scanFolder(folder, needlesOf(token))).toHaveLength(1);
});

/** Runs a script that says when it is ready, and then only waits. */
async function running(script: string, args: readonly string[]): Promise<number> {
  const child = spawn(
    process.execPath,
    ['-e', `${script}; console.log('ready'); setInterval(() => {}, 1e6)`, ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await once(child.stdout, 'data');
  return child.pid ?? 0;
}

const onLinux = test.skipIf(process.platform !== 'linux');

onLinux(
  'a canary in the memory of a process is found, in one and in two bytes a letter',
  async () => {
    const token = newToken();
    // The other way round on the command line, where it would be found as well.
    const reversed = token.split('').toReversed().join('');
    const script = `globalThis.kept = process.argv[1].split('').reverse().join('') + '.'.repeat(9);
    globalThis.wide = Buffer.from(globalThis.kept, 'utf16le')`;
    const pid = await running(script, [reversed]);
    const found = scanMemory(pid, 'child', needlesOf(token)).map(({ encoding }) => encoding);
    expect(found).toEqual(expect.arrayContaining(['utf-8', 'utf-16']));
    expect(scanMemory(pid, 'child', needlesOf(newToken()))).toEqual([]);
  },
);

onLinux('a canary in a temporary file of SQLite, unlinked at birth, is found', async () => {
  const token = newToken();
  const script = `const Database = require('better-sqlite3');
    const db = new Database(':memory:');
    db.pragma('temp_store=FILE'); db.pragma('temp.cache_size=10');
    db.exec('CREATE TEMP TABLE t (a)');
    const insert = db.prepare('INSERT INTO t VALUES (?)');
    for (let i = 0; i < 6000; i += 1) insert.run(process.argv[1] + i + '.'.repeat(2000));
    globalThis.db = db`;
  const pid = await running(script, [token]);
  const hits = scanDescriptors(pid, needlesOf(token));
  expect(hits.some(({ where }) => where.includes('etilqs'))).toBe(true);
  tell(
    `leaks, the proof of the proof: ${Object.keys(PLANTS).length} forms in files, a name, memory and an unlinked file: all found`,
  );
});
