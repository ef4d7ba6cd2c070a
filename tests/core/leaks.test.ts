import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lineOf } from '#shared/domain/blocks.ts';
import { aCommitment, aPicture, documentOf, draftOf, pictureBytes } from '../support/builders.ts';
import { createTestApp, PASSPHRASE, temporaryFolder } from '../support/test-app.ts';

/** Two words that occur nowhere else; the second one makes engines use two bytes per character. */
const CANARIES = [`canary${randomBytes(8).toString('hex')}`, `kanariënvogel中${Date.now()}`];

/** The ways in which a text may lie in a file. */
const encodings = (text: string): readonly Buffer[] => {
  const utf16 = Buffer.from(text, 'utf16le');
  return [
    Buffer.from(text, 'utf8'),
    utf16,
    Buffer.from(utf16).swap16(),
    Buffer.from(Buffer.from(text).toString('hex')),
    Buffer.from(JSON.stringify(text).slice(1, -1)),
    // Base64 at each of the three positions, without the ends that depend on the neighbours.
    ...[0, 1, 2].map(shift =>
      Buffer.from(
        Buffer.concat([Buffer.alloc(shift), Buffer.from(text)])
          .toString('base64')
          .slice(4, -4),
      ),
    ),
  ];
};

/** The files of a folder that hold any of the texts, in any encoding. */
function leaksIn(folder: string, texts: readonly string[]): readonly string[] {
  const needles = texts.flatMap(encodings);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => {
      const file = readFileSync(path);
      const isNamed = texts.some(text => path.includes(text));
      return isNamed || needles.some(needle => file.includes(needle));
    });
}

/** Bits of entropy per byte. */
function entropyOf(bytes: Buffer): number {
  const counts = Array.from({ length: 256 }, () => 0);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  const shares = counts.filter(count => count > 0).map(count => count / bytes.length);
  return -shares.reduce((sum, share) => sum + share * Math.log2(share), 0);
}

test('nothing that was written, and no passphrase, lies readable in any file', async () => {
  const app = await createTestApp();
  const { recoveryCode } = await app.get('vault.renewRecovery', { passphrase: PASSPHRASE });
  const secrets = [...CANARIES, PASSPHRASE, recoveryCode, recoveryCode.replaceAll('-', '')];
  const [first = '', second = ''] = CANARIES;
  await app.get('journeys.create', { personName: first, relationship: 'partner', role: 'both' });
  const bytes = pictureBytes('image/png', first.repeat(900));
  const picture = await app.get('pictures.add', {
    bytes,
    mediaType: 'image/png',
    width: 9,
    height: 9,
  });
  await app.compose([
    aCommitment({ what: first, by: second }),
    lineOf('feelings', first),
    aPicture('0', { picture, description: second }),
  ]);
  await app.get('settings.update', { myName: first });
  await app.get('templates.createFromEntry', (await app.write(first, second)).id);
  for (let letter = 0; letter < 30; letter += 1) {
    const entry = await app.write(`${first} ${second}\n`.repeat(40), second);
    const later = { ...draftOf(entry), document: documentOf('gone'), title: first };
    app.ports.advance(61_000);
    await app.get('entries.saveDraft', later);
    if (letter % 3 === 0) await app.get('entries.settle', entry.id);
    if (letter % 5 === 0) await app.get('entries.trash', [entry.id]);
  }
  expect((await app.get('search.find', { text: first })).length).toBeGreaterThan(0);
  await app.get('snapshots.make');
  expect(leaksIn(app.folder, secrets)).toEqual([]);
  await app.close();
  expect(leaksIn(app.folder, secrets)).toEqual([]);
});

test('the database has no readable header and looks like noise', async () => {
  const app = await createTestApp();
  for (let letter = 0; letter < 10; letter += 1)
    await app.write('the same again and again\n'.repeat(99));
  await app.close();
  const file = readFileSync(join(app.folder, 'vault.db'));
  expect(file.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
  expect(entropyOf(file)).toBeGreaterThan(7.9);
});

test('the search above does find what is there to be found', () => {
  const folder = temporaryFolder();
  const [canary = ''] = CANARIES;
  for (const [index, bytes] of encodings(canary).entries()) {
    writeFileSync(join(folder, `planted-${index}`), Buffer.concat([randomBytes(99), bytes]));
  }
  expect(leaksIn(folder, [canary])).toHaveLength(encodings(canary).length);
  expect(entropyOf(Buffer.from('the same again and again'.repeat(99)))).toBeLessThan(5);
});
