import { expect, test } from 'vitest';
import { templates } from '#shared/content/templates.ts';
import { OwnTemplateDraft } from '#shared/domain/template.ts';
import { copyOf, ownVersionOf } from '../../../../renderer/features/gallery/own-version.ts';

test('every template of the guide can become one of the person’s own, with its caution', () => {
  for (const template of templates) {
    const own = ownVersionOf(template);
    expect(OwnTemplateDraft.safeParse(own).error, template.id).toBeUndefined();
    expect(own.sections.map(({ heading, type }) => ({ heading, type }))).toEqual(
      template.sections.map(({ heading, type }) => ({ heading, type })),
    );
    if (template.caution !== undefined) expect(own.purpose).toContain(template.caution);
  }
});

test('the copy of a template whose name is as long as a name can be still has a name that fits', () => {
  const [template] = templates;
  if (template === undefined) throw new Error('there are templates');
  const long = { ...ownVersionOf(template), title: '💛'.repeat(250) };
  const copy = copyOf(long, []);
  expect(OwnTemplateDraft.safeParse(copy).error).toBeUndefined();
  expect(copy.title).toMatch(/^💛+… \(copy\)$/u);
});

test('copies of copies are numbered, and never have a name that is taken', () => {
  const [template] = templates;
  if (template === undefined) throw new Error('there are templates');
  const sunday = { ...ownVersionOf(template), title: 'Sunday' };
  const first = copyOf(sunday, ['Sunday']).title;
  const second = copyOf({ ...sunday, title: first }, ['Sunday', first]).title;
  const third = copyOf(sunday, ['Sunday', first, second]).title;
  expect([first, second, third]).toEqual(['Sunday (copy)', 'Sunday (copy 2)', 'Sunday (copy 3)']);
});
