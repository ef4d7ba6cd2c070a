import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentOf, draftOf } from '../../support/builders.ts';
import { createTestApp } from '../../support/test-app.ts';
import { withDatabase } from '../vault-inspection.ts';

const HOSTILE = [
  'title:secret',
  '"unbalanced',
  'a AND OR NOT b',
  'NEAR(a b, 3)',
  '^start',
  'a* -b +c',
  '{title plain_text} : x',
  '%_[]()',
  "'; DROP TABLE entry; --",
  'a\u0000b',
  '\uD800',
  'x'.repeat(1000),
  'x '.repeat(500),
  '"'.repeat(999),
];

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(fc.constantFrom('"', '*', '(', ')', ':', '^', 'NEAR', 'a', ' '), { maxLength: 30 })
    .map(parts => parts.join('')),
);

test('any text can be searched for', async () => {
  const app = await createTestApp();
  await app.write('a b c x title secret start');
  for (const text of HOSTILE) await app.get('search.find', { text });
  await fc.assert(
    fc.asyncProperty(anyText, async text => {
      await app.get('search.find', { text });
    }),
    { numRuns: 500 },
  );
});

test('what is written is found by each of its words', async () => {
  const app = await createTestApp();
  const word = fc.stringMatching(/^[a-zà-öø-ÿа-яα-ω]{1,12}$/u);
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 5 }), async words => {
      const entry = await app.write(words.join(' '));
      for (const text of words) {
        const hits = await app.get('search.find', { text });
        expect([text, hits.some(hit => hit.entry.id === entry.id)]).toEqual([text, true]);
      }
      await app.get('entries.trash', [entry.id]);
    }),
    { numRuns: 60 },
  );
});

test('after any edits the index holds exactly what the entries say', async () => {
  const app = await createTestApp();
  const words = ['trust', 'promise', 'été', 'été!', '道歉', 'a', 'sorry sorry', ''];
  const entries = [await app.write('one'), await app.write('two'), await app.write('three')];
  const step = fc.record({
    entry: fc.nat({ max: entries.length - 1 }),
    text: fc.array(fc.constantFrom(...words), { maxLength: 6 }).map(list => list.join(' ')),
    after: fc.constantFrom('settle', 'search', 'nothing'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async steps => {
      for (const { entry: index, text, after } of steps) {
        const id = entries[index]?.id;
        const entry = await app.get('entries.get', id);
        const said = { title: text, document: documentOf(text), byHand: true };
        const draft = { ...draftOf(entry), ...said };
        await app.get('entries.saveDraft', draft);
        if (after === 'settle') await app.get('entries.settle', id);
        if (after === 'search') await app.get('search.find', { text: 'trust' });
      }
    }),
    { numRuns: 40 },
  );
  await app.close();
  await withDatabase(app.folder, db => {
    // With rank 1 the index is compared with the text that it was made from.
    db.prepare("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)").run();
    expect(
      db.prepare('SELECT count(*) FROM entry WHERE indexed_version <> version').pluck().get(),
    ).toBe(0);
  });
});
