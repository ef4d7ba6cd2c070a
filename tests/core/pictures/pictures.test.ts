import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { PICTURE_MAX_BYTES, PictureType, type NewPicture } from '#shared/domain/picture.ts';
import {
  documentOf,
  documentWith,
  draftOf,
  aPicture,
  pictureBytes,
} from '../../support/builders.ts';
import { createTestApp, reopenTestApp, type TestApp } from '../../support/test-app.ts';
import { withDatabase } from '../vault-inspection.ts';

const pngOf = (text: string): NewPicture => ({
  bytes: pictureBytes('image/png', text),
  mediaType: 'image/png',
  width: 40,
  height: 30,
});

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

const countOf = (folder: string): Promise<unknown> =>
  withDatabase(folder, db => db.prepare('SELECT count(*) FROM picture').pluck().get());

test.each(PictureType.options)(
  'a picture of type %s comes back as it was sent',
  async mediaType => {
    const app = await createTestApp();
    const picture = { bytes: pictureBytes(mediaType, 'x'), mediaType, width: 2000, height: 1 };
    const id = await app.get('pictures.add', picture);
    expect(id).toBe(createHash('sha256').update(picture.bytes).digest('hex'));
    expect(await app.get('pictures.get', id)).toEqual({ id, ...picture });
  },
);

test.each<[string, Partial<NewPicture>, object]>([
  ['no bytes', { bytes: new Uint8Array() }, { code: 'picture.unreadable' }],
  ['bytes of another type', { bytes: pictureBytes('image/jpeg') }, { code: 'picture.unreadable' }],
  ['a web page', { bytes: bytesOf('<svg onload=alert(1)>') }, { code: 'picture.unreadable' }],
  [
    'a sound in the same kind of file',
    { bytes: bytesOf('RIFF0000WAVEfmt '), mediaType: 'image/webp' },
    { code: 'picture.unreadable' },
  ],
  [
    'too many bytes',
    { bytes: pictureBytes('image/png', 'x'.repeat(PICTURE_MAX_BYTES)) },
    { code: 'picture.tooLarge', limit: PICTURE_MAX_BYTES },
  ],
])('%s are refused', async (_name, wrong, error) => {
  const app = await createTestApp();
  expect(await app.call('pictures.add', { ...pngOf('a'), ...wrong })).toEqual({ ok: false, error });
  await app.close();
  expect(await countOf(app.folder)).toBe(0);
});

test('a side that is too long, and bytes that are none, are no picture', async () => {
  const app = await createTestApp();
  for (const wrong of [
    { width: 2001 },
    { height: 0 },
    { bytes: 'x' },
    { mediaType: 'image/gif' },
  ]) {
    expect(await app.call('pictures.add', { ...pngOf('a'), ...wrong })).toMatchObject({
      error: { code: 'ipc.invalidInput' },
    });
  }
});

test('the largest picture that is taken comes back whole', async () => {
  const app = await createTestApp();
  const picture = pngOf('x'.repeat(PICTURE_MAX_BYTES - 8));
  const id = await app.get('pictures.add', picture);
  const { bytes } = await app.get('pictures.get', id);
  expect(Buffer.from(bytes).equals(picture.bytes)).toBe(true);
});

test('the same picture twice is kept once', async () => {
  const app = await createTestApp();
  const id = await app.get('pictures.add', pngOf('a'));
  expect(await app.get('pictures.add', pngOf('a'))).toBe(id);
  const nodes = [aPicture('0', { picture: id }), aPicture('0', { picture: id })];
  await app.compose(nodes);
  await app.compose(nodes);
  await app.close();
  expect(await countOf(app.folder)).toBe(1);
});

test('a picture that is not there is not found', async () => {
  const app = await createTestApp();
  const id = 'a'.repeat(64);
  const error = { code: 'picture.notFound', id };
  expect(await app.call('pictures.get', id)).toEqual({ ok: false, error });
});

/** Whether a picture is still there after the vault was closed and opened again. */
async function survives(app: TestApp, id: string): Promise<boolean> {
  await app.close();
  const later = await reopenTestApp(app.folder);
  return (await later.call('pictures.get', id)).ok;
}

test.each<[string, boolean, (app: TestApp, id: string) => Promise<unknown>]>([
  ['was never used', false, async () => undefined],
  ['stands in a letter', true, (app, id) => app.compose([aPicture('0', { picture: id })])],
  [
    'stands in a letter in the trash',
    true,
    async (app, id) => {
      const entry = await app.compose([aPicture('0', { picture: id })]);
      await app.get('entries.trash', [entry.id]);
    },
  ],
  [
    'was taken out of a letter, whose earlier text is kept',
    true,
    async (app, id) => {
      const entry = await app.compose([aPicture('0', { picture: id })]);
      await app.get('entries.saveDraft', { ...draftOf(entry), document: documentOf('none') });
    },
  ],
  [
    'stands in a kept text',
    true,
    async (app, id) => {
      const nodes = [aPicture('0', { picture: id }), ...(documentOf('words').root.children ?? [])];
      const entry = await app.compose(nodes);
      app.ports.advance(61_000);
      await app.get('entries.saveDraft', { ...draftOf(entry), document: documentOf('words') });
    },
  ],
  [
    'stands in a text that met a newer one',
    true,
    async (app, id) => {
      const entry = await app.write('newer');
      const document = documentWith([aPicture('0', { picture: id })]);
      await app.call('entries.saveDraft', { ...draftOf(entry), baseVersion: 1, document });
    },
  ],
])('a picture that %s is there later: %s', async (_name, stays, use) => {
  const app = await createTestApp();
  const id = await app.get('pictures.add', pngOf('a'));
  await use(app, id);
  expect((await app.call('pictures.get', id)).ok).toBe(true);
  expect(await survives(app, id)).toBe(stays);
});

test('what a crash left behind is removed when the vault opens', async () => {
  const app = await createTestApp();
  await app.close();
  const id = 'a'.repeat(64);
  await withDatabase(app.folder, db =>
    db.prepare(`INSERT INTO picture VALUES (?, 'image/png', 1, 1, x'89')`).run(id),
  );
  const later = await reopenTestApp(app.folder);
  expect((await later.call('pictures.get', id)).ok).toBe(false);
});
