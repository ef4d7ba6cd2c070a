import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { createTestApp, temporaryFolder } from '../../support/test-app.ts';
import { filesIn, runExport } from './exporting.ts';

const PASSPHRASE = 'four words are enough';
const SECRET = 'I broke my promise.';

const open = async (file: Uint8Array, passphrase = PASSPHRASE): Promise<Uint8Array> => {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return decrypter.decrypt(file);
};

const onlyFile = (folder: string): readonly [name: string, file: Buffer] => {
  const [found, ...others] = Object.entries(filesIn(folder));
  if (found === undefined || others.length > 0) throw new Error('there is one file');
  return found;
};

test(
  'a sealed letter is one file that only its passphrase opens',
  { timeout: 120_000 },
  async () => {
    const app = await createTestApp();
    await app.write(SECRET);
    const { reply, folder } = await runExport(app, { format: 'text' }, PASSPHRASE);
    expect(reply).toMatchObject({ value: { files: 1, entries: 1 } });
    const [name, file] = onlyFile(folder);
    expect(name).toBe('letter-20260517.txt.age');
    expect(file.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S{22} 18\n/);
    expect(file.includes(SECRET)).toBe(false);
    expect(String(Buffer.from(await open(file)))).toContain(SECRET);
    await expect(open(file, 'four words are not enough')).rejects.toThrow();
    expect(await app.get('exports.receipts')).toMatchObject([{ isSealed: true, format: 'text' }]);
  },
);

test(
  'sealed letters are one zip file, whatever they were to be',
  { timeout: 120_000 },
  async () => {
    const app = await createTestApp();
    await app.write(SECRET);
    await app.write('And again.');
    const { folder } = await runExport(app, { format: 'markdown', bundle: 'folder' }, PASSPHRASE);
    const [name, file] = onlyFile(folder);
    expect(name).toBe('letters-20260517.zip.age');
    const files = unzipSync(await open(file));
    expect(Object.keys(files).toSorted()).toEqual(['letter-20260517-2.md', 'letter-20260517.md']);
  },
);

const hasAge = spawnSync('age', ['--version']).error === undefined;
/** `age` asks its terminal for a passphrase, which `script` gives it. */
const hasScript = spawnSync('script', ['--version']).error === undefined;

/** Runs `age` on a terminal of its own and types the passphrase as often as it is asked. */
function runAge(args: readonly string[], times: number): void {
  const input = `${PASSPHRASE}\n`.repeat(times);
  const command = ['age', ...args].map(word => `'${word}'`).join(' ');
  execFileSync('script', ['--quiet', '--return', '--command', command, '/dev/null'], { input });
}

test.skipIf(!(hasAge && hasScript))(
  'the age program opens what is sealed here, and seals what opens here (needs age)',
  { timeout: 120_000 },
  async () => {
    const app = await createTestApp();
    await app.write(SECRET);
    const { folder } = await runExport(app, { format: 'text' }, PASSPHRASE);
    const [name] = onlyFile(folder);
    const opened = join(temporaryFolder(), 'opened.txt');
    runAge(['--decrypt', '--output', opened, join(folder, name)], 1);
    expect(readFileSync(opened, 'utf8')).toContain(SECRET);

    const sealed = join(temporaryFolder(), 'sealed.age');
    writeFileSync(opened, 'Sealed by age.');
    runAge(['--encrypt', '--passphrase', '--output', sealed, opened], 2);
    expect(String(Buffer.from(await open(readFileSync(sealed))))).toBe('Sealed by age.');
  },
);
