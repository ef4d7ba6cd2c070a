import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExchangeFile } from '#shared/output/exchange.ts';
import { documentWith, draftOf, pictureBytes, aPicture } from '../../support/builders.ts';
import { anyBlock } from '../../renderer/editor/arbitrary.ts';
import { createTestApp } from '../../support/test-app.ts';
import { filesIn, GO, runExport } from './exporting.ts';

const read = (folder: string): ExchangeFile => {
  const [file] = Object.values(filesIn(folder));
  return ExchangeFile.parse(JSON.parse(String(file)));
};

const anyWriting = fc.record({
  blocks: fc.array(anyBlock, { maxLength: 6 }),
  title: fc.string({ unit: 'binary', maxLength: 20 }),
});

test('the JSON of any letters gives back every one of them, whole', async () => {
  const app = await createTestApp();
  const journey = await app.get('journeys.create', {
    personName: 'M. "the first" \u2028',
    relationship: 'partner',
    role: 'both',
  });
  const entries = [];
  for (const { blocks, title } of fc.sample(anyWriting, 40)) {
    const entry = await app.get('entries.create', { templateId: null, journeyId: journey.id });
    const document = documentWith(blocks);
    await app.get('entries.saveDraft', {
      ...draftOf(entry),
      title: title.toWellFormed(),
      document,
      byHand: true,
    });
    entries.push(await app.get('entries.get', entry.id));
  }
  const { reply, folder } = await runExport(app, { format: 'json' });
  expect(reply).toMatchObject({ value: { files: 1, entries: 40 } });
  const file = read(folder);
  expect(file).toMatchObject({ audience: 'for-me', exportedOn: '2026-05-17', journeys: [journey] });
  const whole = entries.map(({ version: _version, ...entry }) => entry);
  expect(new Set(file.entries)).toEqual(new Set(whole));
});

test('pictures go along, each once', async () => {
  const app = await createTestApp();
  const bytes = pictureBytes('image/png', 'door');
  const picture = { bytes, mediaType: 'image/png', width: 4, height: 3 } as const;
  const id = await app.get('pictures.add', picture);
  await app.compose([aPicture('0', { picture: id }), aPicture('0', { picture: id })]);
  await app.compose([aPicture('0', { picture: id }), aPicture('a')]);
  const { folder } = await runExport(app, { format: 'json' });
  expect(read(folder).pictures).toEqual([
    {
      id,
      mediaType: 'image/png',
      width: 4,
      height: 3,
      base64: Buffer.from(bytes).toString('base64'),
    },
  ]);
});

test('a copy for someone else holds what a letter says, and nothing that the vault knows of it', async () => {
  const app = await createTestApp();
  const entry = await app.write('I lied.', 'To Anna');
  const copy = { audience: 'for-partner', withPrivate: false } as const;
  const { folder } = await runExport(app, { format: 'json', copy, gate: GO });
  const file = read(folder);
  expect(file.entries).toEqual([expect.objectContaining({ title: '', writtenOn: '2026-05-17' })]);
  const text = JSON.stringify(file);
  expect(text).toContain('I lied.');
  for (const word of [entry.id, 'Anna', 'createdAt', 'templateId', 'journey']) {
    expect(text).not.toContain(word);
  }
});
