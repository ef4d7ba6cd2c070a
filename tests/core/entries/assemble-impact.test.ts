import { expect, test } from 'vitest';
import { findTemplate } from '#shared/content/templates.ts';
import { lineOf, scaleOf } from '#shared/domain/blocks.ts';
import { composeLetter } from '#shared/domain/compose-letter.ts';
import {
  DOCUMENT_MAX_BYTES,
  childrenOf,
  inlineText,
  isSection,
  paragraphOf,
  type DocumentNode,
} from '#shared/domain/document.ts';
import type { Entry } from '#shared/domain/entry.ts';
import { TemplateId } from '#shared/domain/ids.ts';
import { areaIdOf } from '#shared/domain/impact-map.ts';
import { aNode, aPicture, aSection, formatted, withId } from '../../support/builders.ts';
import { createTestApp } from '../../support/test-app.ts';

const MAP = { templateId: TemplateId.parse('impact-map') };

const area = (heading: string, body: readonly DocumentNode[], id = areaIdOf(heading)) =>
  withId(aSection({ heading, body, isPrivate: false }), id);

/** The ids of a letter's sections, and the items of its list of areas that are ticked. */
function outline({ document }: Entry) {
  const sections = childrenOf(document.root).filter(isSection);
  const items = sections
    .filter(({ sectionId }) => sectionId === 'areas')
    .flatMap(section => childrenOf(childrenOf(section)[1] ?? paragraphOf('')))
    .flatMap(childrenOf);
  return {
    ids: sections.map(({ sectionId }) => sectionId),
    ticked: items.filter(item => item['checked'] === true).map(inlineText),
  };
}

test('a map becomes a letter: its written areas behind the list, in its order, and ticked there', async () => {
  const app = await createTestApp();
  const journey = await app.get('journeys.create', {
    personName: 'M.',
    relationship: 'partner',
    role: 'was-hurt',
  });
  const work = area('Work or study', [paragraphOf('I left.'), aNode('quote', [formatted('x', 3)])]);
  const safe = area('Feeling safe', [paragraphOf('The lock.')]);
  const map = await app.compose(
    [
      withId(
        aSection({ heading: 'Before', body: [{ ...scaleOf({}), value: 8 }], isPrivate: true }),
        'before',
      ),
      work,
      area('Friends', [paragraphOf('  ')]),
      safe,
      area('My own area', [{ ...scaleOf({}), value: 3 }]),
      area('Faith', [aPicture('a')], 'area-renamed'),
      area('Closeness and touch', [lineOf('feelings', '')]),
      area('What I call it', [paragraphOf('my own words')], 'own-1'),
      area('Nothing in it yet', [paragraphOf('')], 'own-2'),
      area('I named it anew', [paragraphOf('words')], areaIdOf('My children')),
      paragraphOf('loose'),
    ],
    { ...MAP, journeyId: journey.id },
  );
  const letter = await app.get('entries.assembleImpact', map.id);
  const template = findTemplate(TemplateId.parse('impact-letter'));
  expect(letter).toMatchObject({
    kind: 'letter',
    step: 1,
    templateId: 'impact-letter',
    journeyId: journey.id,
    title: 'Impact letter',
    version: 1,
  });
  const before = composeLetter(template ?? null, { personName: 'M.', myName: '', date: '' });
  const given = childrenOf(before.root)
    .filter(isSection)
    .map(({ sectionId }) => sectionId);
  const at = given.indexOf('areas') + 1;
  expect(outline(letter)).toEqual({
    ids: given.toSpliced(
      at,
      0,
      'area-work-or-study',
      'area-feeling-safe',
      'area-my-own-area',
      'area-renamed',
      'own-1',
      'area-my-children',
    ),
    ticked: ['Feeling safe', 'My children', 'Work or study'],
  });
  expect(childrenOf(letter.document.root)).toEqual(expect.arrayContaining([work, safe]));
  expect(await app.get('entries.get', letter.id)).toEqual(letter);
  expect(await app.get('entries.get', map.id)).toEqual(map);
});

test('a map without a word becomes an impact letter as it is given', async () => {
  const app = await createTestApp();
  const map = await app.get('entries.create', { ...MAP, journeyId: null });
  const letter = await app.get('entries.assembleImpact', map.id);
  const plain = await app.get('entries.create', { templateId: 'impact-letter', journeyId: null });
  expect(letter.document).toEqual(plain.document);
});

test('only a map that is there can be assembled', async () => {
  const app = await createTestApp();
  const letter = await app.write('no map');
  const error = { code: 'template.notFound', id: 'impact-map' };
  expect(await app.call('entries.assembleImpact', letter.id)).toEqual({ ok: false, error });
  const map = await app.get('entries.create', { ...MAP, journeyId: null });
  await app.get('entries.trash', [map.id]);
  expect(await app.call('entries.assembleImpact', map.id)).toEqual({
    ok: false,
    error: { code: 'entry.notFound', id: map.id },
  });
});

test('a map that leaves no room for a letter is refused, and stays', async () => {
  const app = await createTestApp();
  const full = area('Friends', [paragraphOf('x'.repeat(DOCUMENT_MAX_BYTES - 2000))]);
  const map = await app.compose([full], MAP);
  expect(await app.call('entries.assembleImpact', map.id)).toEqual({
    ok: false,
    error: { code: 'entry.tooLarge', limit: DOCUMENT_MAX_BYTES },
  });
  expect(await app.get('entries.list')).toHaveLength(1);
});
