import { expect, test } from 'vitest';
import { templates } from '#shared/content/templates.ts';
import { composeLetter } from '#shared/domain/compose-letter.ts';
import { inlineText, paragraphOf, type DocumentNode } from '#shared/domain/document.ts';
import { OwnTemplateDraft, type OwnSection } from '#shared/domain/template.ts';
import { aCheckList, aNode, aSection, draftOf } from '../../support/builders.ts';
import { createTestApp, reopenTestApp } from '../../support/test-app.ts';

const SECTION: OwnSection = {
  id: 'one',
  heading: 'To {their name}',
  prompt: 'What {my name} did',
  hint: '',
  starter: '',
  type: 'checklist',
  private: false,
  items: ['I told {their name}'],
  min: 0,
  max: 10,
  minLabel: '',
  maxLabel: '',
};
const MINE: OwnTemplateDraft = {
  title: 'For {their name}, {date}',
  step: 3,
  kind: 'letter',
  purpose: 'Mine',
  sections: [SECTION],
};
const MISSING = '99999999-9999-4999-8999-999999999999';

test('own templates are listed by title, as the language orders them', async () => {
  const app = await createTestApp();
  for (const title of ['zebra', 'Éclair', 'apple', 'Template 10', 'Template 9']) {
    await app.get('templates.create', { ...MINE, title });
  }
  const titles = (await app.get('templates.list')).map(({ title }) => title);
  expect(titles).toEqual(['apple', 'Éclair', 'Template 9', 'Template 10', 'zebra']);
});

test('a letter begins from an own template, with its variables filled in', async () => {
  const app = await createTestApp();
  await app.get('settings.update', { myName: 'J.' });
  const journey = await app.get('journeys.create', {
    personName: 'M.',
    relationship: 'partner',
    role: 'both',
  });
  const template = await app.get('templates.create', MINE);
  const names = { personName: 'M.', myName: 'J.', date: '17 May 2026' };
  const asked = { templateId: template.id, journeyId: journey.id };
  expect(await app.get('entries.create', asked)).toMatchObject({
    ...asked,
    kind: 'letter',
    step: 3,
    title: 'For M., 17 May 2026',
    document: composeLetter(MINE, names),
  });
});

test('an untouched check list of an own template is not printed, whatever became of it', async () => {
  const app = await createTestApp();
  const template = await app.get('templates.create', { ...MINE, kind: 'plan' });
  const entry = await app.get('entries.create', { templateId: template.id, journeyId: null });
  const options = { paper: 'a4', headings: true, pageNumbers: false } as const;
  const html = async () => (await app.get('entries.printDocument', { id: entry.id, options })).html;
  expect(await html()).toBe('<p class="date">17 May 2026</p>');
  await app.get('templates.trash', template.id);
  expect(await html()).toBe('<p class="date">17 May 2026</p>');
});

test('a template is edited and deleted with undo; what was begun from it stays', async () => {
  const app = await createTestApp();
  const template = await app.get('templates.create', MINE);
  const entry = await app.get('entries.create', { templateId: template.id, journeyId: null });
  app.ports.advance(1000);
  const edit = { ...MINE, id: template.id, title: 'Other', step: null, sections: [] };
  expect(await app.get('templates.edit', edit)).toEqual({ undo: 'Edit template', redo: null });
  const edited = { ...template, ...edit, updatedAt: app.ports.clock.now() };
  expect(await app.get('templates.list')).toEqual([edited]);

  expect(await app.get('templates.trash', template.id)).toMatchObject({ undo: 'Delete template' });
  expect(await app.get('templates.list')).toEqual([]);
  const begin = { templateId: template.id, journeyId: null };
  const notFound = { ok: false, error: { code: 'template.notFound', id: template.id } };
  expect(await app.call('entries.create', begin)).toEqual(notFound);
  expect(await app.call('templates.edit', edit)).toEqual(notFound);
  expect(await app.call('templates.trash', template.id)).toEqual(notFound);
  expect(await app.get('entries.get', entry.id)).toEqual(entry);

  await app.get('history.undo');
  expect(await app.get('templates.list')).toEqual([edited]);
  await app.get('history.undo');
  await app.close();
  expect(await (await reopenTestApp(app.folder)).get('templates.list')).toEqual([template]);
});

test('a shipped template is not the person’s to edit or delete', async () => {
  const app = await createTestApp();
  const id = 'impact-letter';
  const notFound = { ok: false, error: { code: 'template.notFound', id } };
  expect(await app.call('templates.edit', { ...MINE, id })).toEqual(notFound);
  expect(await app.call('templates.trash', id)).toEqual(notFound);
});

test('a template made of a letter has its sections and none of its text', async () => {
  const app = await createTestApp();
  const secret = () => paragraphOf('SECRET');
  const scale: DocumentNode = {
    ...aNode('scale', ['SECRET']),
    value: 7,
    min: 1,
    max: 5,
    minLabel: 'Calm',
    maxLabel: 'Not',
  };
  const entry = await app.compose(
    [
      aNode('salutation', ['Dear SECRET,']),
      aSection({ heading: 'What I did', body: [secret()], isPrivate: true }),
      aSection({
        heading: '',
        sectionType: 'checklist',
        body: [aCheckList(['one', 'x two', '']), secret()],
      }),
      aSection({ heading: 'How it was', sectionType: 'scale', body: [scale, secret()] }),
      aSection({ heading: 'Odd', sectionType: 'hologram', body: [secret()] }),
      secret(),
    ],
    { templateId: 'setback-repair' as never },
  );
  await app.get('entries.saveDraft', { ...draftOf(entry), title: '  My letter ' });
  const template = await app.get('templates.createFromEntry', entry.id);
  const asGiven = {
    prompt: 'Describe what you did in plain facts.',
    hint: 'Leave the reasons out.',
    starter: 'This is what I did: ',
    private: false,
    items: [],
    min: 0,
    max: 10,
    minLabel: '',
    maxLabel: '',
  };
  expect(template).toMatchObject({
    title: 'My letter',
    step: 5,
    kind: 'letter',
    purpose: '',
    sections: [
      { ...asGiven, id: 'account', heading: 'What I did', type: 'text', private: true },
      { ...asGiven, id: 'account-2', heading: '', type: 'checklist', items: ['one', 'two'] },
      {
        ...asGiven,
        id: 'account-3',
        heading: 'How it was',
        type: 'scale',
        min: 1,
        max: 5,
        minLabel: 'Calm',
        maxLabel: 'Not',
      },
      { ...asGiven, id: 'account-4', heading: 'Odd', type: 'text' },
    ],
  });
  expect(JSON.stringify(template)).not.toContain('SECRET');
  const copy = await app.get('entries.create', { templateId: template.id, journeyId: null });
  expect(inlineText(copy.document.root)).toContain('How it was');
  const id = MISSING;
  const notFound = { ok: false, error: { code: 'entry.notFound', id } };
  expect(await app.call('templates.createFromEntry', id)).toEqual(notFound);
});

test('a template made of a letter to one person carries no name into the letter to another', async () => {
  const app = await createTestApp();
  await app.get('settings.update', { myName: 'Joanna' });
  const about = { relationship: 'partner', role: 'both' };
  const anna = await app.get('journeys.create', { ...about, personName: 'Anna' });
  const ask = await app.get('templates.create', {
    ...MINE,
    title: 'Ask {their name}, {date}',
    sections: [
      { ...SECTION, starter: 'Dear {their name}' },
      { ...SECTION, id: 'two', type: 'text', items: [], heading: '{their name}' },
    ],
  });
  const begun = { templateId: ask.id, journeyId: anna.id };
  const untouched = await app.get('entries.create', begun);
  const { sections, title } = await app.get('templates.createFromEntry', untouched.id);
  expect({ sections, title }).toEqual({ sections: ask.sections, title: ask.title });

  const changed = await app.get('entries.create', begun);
  const children = [
    aSection({ heading: 'Annabel, Anna and Joanna', body: [paragraphOf('')], isPrivate: false }),
    ...(changed.document.root.children ?? []),
  ];
  const document = { ...changed.document, root: { ...changed.document.root, children } };
  await app.get('entries.saveDraft', { ...draftOf(changed), title: 'For Anna', document });
  const made = await app.get('templates.createFromEntry', changed.id);
  expect(made.title).toBe('For {their name}');
  expect(made.sections.map(({ heading }) => heading)).toEqual([
    'Annabel, {their name} and {my name}',
    'To {their name}',
    '{their name}',
  ]);
  const ben = await app.get('journeys.create', { ...about, personName: 'Ben' });
  const toBen = await app.get('entries.create', { templateId: made.id, journeyId: ben.id });
  expect(JSON.stringify(toBen).replace('Annabel', '')).not.toContain('Anna');
});

test('every shipped template can be made one’s own, and begins the same letter', async () => {
  const app = await createTestApp();
  for (const { id } of templates) {
    const entry = await app.get('entries.create', { templateId: id, journeyId: null });
    const {
      id: ownId,
      createdAt: _c,
      updatedAt: _u,
      ...draft
    } = await app.get('templates.createFromEntry', entry.id);
    expect(OwnTemplateDraft.safeParse(draft).success).toBe(true);
    const again = await app.get('entries.create', { templateId: ownId, journeyId: null });
    expect([id, again.document, again.step, again.kind]).toEqual([
      id,
      entry.document,
      entry.step,
      entry.kind,
    ]);
  }
});

test('a page without sections and without a name makes an empty template', async () => {
  const app = await createTestApp();
  const entry = await app.get('entries.create', { templateId: null, journeyId: null });
  expect(await app.get('templates.createFromEntry', entry.id)).toMatchObject({
    title: 'My template',
    kind: 'journal',
    step: null,
    sections: [],
  });
});
