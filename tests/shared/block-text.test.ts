import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockLines, blockText } from '#shared/domain/block-text.ts';
import { blockOfParts, isPartedType, lineOf, PARTS, scaleOf } from '#shared/domain/blocks.ts';
import { paragraphOf, textOf, type DocumentNode } from '#shared/domain/document.ts';
import { aCommitment, aNode, aPicture, formatted } from '../support/builders.ts';

const statement = (texts: Parameters<typeof blockOfParts<'statement'>>[1]) =>
  blockText(blockOfParts('statement', texts));

const FULL = {
  when: 'you came home late',
  feel: 'very hurt',
  need: 'honesty',
  like: 'you to call me',
};

describe('a statement is a sentence', () => {
  test.each([
    [
      FULL,
      'When you came home late, I feel very hurt, because I need honesty. I would like you to call me.',
    ],
    [{ ...FULL, like: '' }, 'When you came home late, I feel very hurt, because I need honesty.'],
    [
      { ...FULL, when: '' },
      'I feel very hurt, because I need honesty. I would like you to call me.',
    ],
    [{ feel: 'hurt' }, 'I feel hurt.'],
    [{ need: 'honesty' }, 'I need honesty.'],
    [{ when: 'you lie', need: 'honesty' }, 'When you lie, I need honesty.'],
    [{ like: 'a call' }, 'I would like a call.'],
    [{ when: 'you lie' }, 'When you lie.'],
    [{}, ''],
    [{ when: '   ', feel: '\u00a0' }, ''],
  ])('of the parts that hold something: %j', (texts, sentence) => {
    expect(statement(texts)).toBe(sentence);
  });

  test.each([
    [{ when: 'it was late.', feel: 'sad,', need: 'rest;' }, 'When it was late, I feel sad, because I need rest.'],
    [{ feel: 'sad.', like: 'rest!' }, 'I feel sad. I would like rest!'],
    [{ when: 'you lied!', feel: 'sad…' }, 'When you lied! I feel sad…'],
    [{ when: 'you said “go.”', feel: 'sad' }, 'When you said “go.” I feel sad.'],
    [{ when: '你走了。', feel: '难过' }, 'When 你走了, I feel 难过.'],
  ])('with one mark at each joint: %j', (texts, sentence) => {
    expect(statement(texts)).toBe(sentence);
  }); // prettier-ignore

  test.each([
    [{ when: 'When you lie', feel: 'I feel sad' }, 'When you lie, I feel sad.'],
    [{ feel: 'sad', need: 'I need rest' }, 'I feel sad, because I need rest.'],
    [{ feel: 'sad', need: 'because I need rest' }, 'I feel sad, because I need rest.'],
    [{ like: 'Would like to rest' }, 'I Would like to rest.'],
    [{ like: 'likeness' }, 'I would like likeness.'],
  ])('without saying twice what leads into a part: %j', (texts, sentence) => {
    expect(statement(texts)).toBe(sentence);
  });

  test('and keeps its formats and links', () => {
    const node = aNode('statement', [
      aNode('part', ['you ', formatted('lied.', 1), formatted('. ', 2)], { part: 'when' }),
      aNode('part', [aNode('link', ['sad.'], { url: 'https://a.example' })], { part: 'feel' }),
      aNode('part', ['rest'], { part: 'need' }),
    ]);
    expect(blockLines(node)?.[0]?.nodes).toEqual([
      textOf('When '),
      textOf('you '),
      formatted('lied', 1),
      textOf(', '),
      textOf('I feel '),
      aNode('link', ['sad'], { url: 'https://a.example' }),
      textOf(', '),
      textOf('because I need '),
      textOf('rest'),
      textOf('.'),
    ]);
  });
});

describe('a commitment is a sentence or two', () => {
  const FULL_PROMISE = { who: 'I', what: 'call', by: '17 May 2026', notice: 'you hear me' };
  const SENTENCES = 'I will call by 17 May 2026. You would notice it like this: you hear me.';
  test.each([
    [FULL_PROMISE, 'open', SENTENCES],
    [FULL_PROMISE, 'kept', `${SENTENCES} This was kept.`],
    [{ what: 'call.', by: 'every day,' }, 'missed', 'call every day. This was missed.'],
    [{ who: 'I', by: 'By Friday' }, 'repaired', 'I: By Friday. This was missed, and repaired.'],
    [{ who: 'we', what: 'Be home by six.', by: 'Friday' }, 'open', 'We will be home by six, by Friday.'],
    [{ who: 'I', what: 'I will not lie', by: 'from today' }, 'open', 'I will not lie from today.'],
    [{ who: 'I', what: 'will write', by: 'soon' }, 'open', 'I will write soon.'],
    [{ notice: 'You will hear the phone' }, 'open', 'You will hear the phone.'],
    [{ notice: 'When it is quiet' }, 'open', 'You would notice when it is quiet.'],
    [{}, 'open', ''],
    [{}, 'kept', ''],
  ] as const)('%j, %s', (texts, status, said) => {
    expect(blockText(aCommitment(texts, status))).toBe(said);
  }); // prettier-ignore

  test.each([
    [{ who: 'Sam', what: 'pays the rent', by: '1 June' }, 'Sam: pays the rent, by 1 June.'],
    [{ who: 'I', what: 'No more lies', by: 'soon' }, 'I: No more lies, soon.'],
    [{ who: 'Ich', what: 'rufe an' }, 'Ich: rufe an.'],
  ])('and one that would make no sentence stands behind a colon: %j', (texts, said) => {
    expect(blockText(aCommitment(texts))).toBe(said);
  });

  test.each([
    ['Sundays', 'I will call you Sundays.'],
    ['24/7', 'I will call you 24/7.'],
    ['Monday to Friday', 'I will call you Monday to Friday.'],
    ['Fridays at 7', 'I will call you Fridays at 7.'],
    ['3 evenings a week', 'I will call you 3 evenings a week.'],
    ['5 weekdays', 'I will call you 5 weekdays.'],
    ['9 to 5 every day', 'I will call you 9 to 5 every day.'],
    ['the same day', 'I will call you the same day.'],
    ['next to never', 'I will call you next to never.'],
    ['August and September', 'I will call you August and September.'],
    ['tomorrow evening', 'I will call you tomorrow evening.'],
    ['Tomorrow.', 'I will call you by Tomorrow.'],
    ['Friday', 'I will call you by Friday.'],
    ['next week', 'I will call you by next week.'],
    ['noon', 'I will call you by noon.'],
    ['7 pm', 'I will call you by 7 pm.'],
    ['May 2026', 'I will call you by May 2026.'],
    ['the 5th of December', 'I will call you by the 5th of December.'],
    ['12/24', 'I will call you by 12/24.'],
    ['24/12', 'I will call you by 24/12.'],
    ['on 5 May', 'I will call you on 5 May.'],
    ['by 5 May', 'I will call you by 5 May.'],
  ])('and "by" stands before a point in time only: %j', (by, said) => {
    expect(blockText(aCommitment({ who: 'I', what: 'call you', by }))).toBe(said);
  });

  test.each([
    [{ who: 'I', what: 'not drink', by: '17 May' }, 'I will not drink, 17 May.'],
    [{ who: 'I', what: 'never lie', by: 'by Friday' }, 'I will never lie, by Friday.'],
    [{ who: 'I', what: 'not drink', by: 'from today' }, 'I will not drink from today.'],
    [{ who: 'I', what: 'I won’t lie', by: 'tomorrow' }, 'I won’t lie, tomorrow.'],
    [{ who: 'I', what: 'Notice it', by: 'Friday' }, 'I: Notice it, by Friday.'],
  ])('and what is not to be done does not end on a day: %j', (texts, said) => {
    expect(blockText(aCommitment(texts))).toBe(said);
  });

  test.each([
    ['help is on its way', 'I: help is on its way.'],
    ['open wounds heal slowly', 'I: open wounds heal slowly.'],
    ['open to your questions', 'I: open to your questions.'],
    ['open my letters', 'I will open my letters.'],
    ['help you, always', 'I will help you, always.'],
    ['work: find a job', 'I: work: find a job.'],
    ['not a drop', 'I: not a drop.'],
    ['always open about money', 'I: always open about money.'],
    ['Drive the car home? No.', 'I: Drive the car home? No.'],
    ['Call, write and visit', 'I will call, write and visit.'],
    ['Stop.', 'I will stop.'],
    ['name', 'I: name.'],
  ])('and a thing is not taken for a deed: %j', (what, said) => {
    expect(blockText(aCommitment({ who: 'I', what }))).toBe(said);
  });

  test('and keeps its formats', () => {
    const node = aNode('commitment', [
      aNode('part', [formatted('i', 2)], { part: 'who' }),
      aNode('part', [formatted('Call', 1), ' me.'], { part: 'what' }),
    ]);
    expect(blockLines(node)?.[0]?.nodes).toEqual([
      formatted('I', 2),
      textOf(' will '),
      formatted('call', 1),
      textOf(' me.'),
    ]);
  });
});

describe('the other blocks', () => {
  const heard = blockOfParts('answer', { heard: 'You lied.', reply: 'I did.' });
  test.each<[string, DocumentNode, string]>([
    ['a point and its answer', heard, '> You lied.\nI did.'],
    ['a point without one', blockOfParts('answer', { heard: 'a' }), '> a'],
    ['an answer alone', blockOfParts('answer', { reply: 'b' }), 'b'],
    ['three drafts', blockOfParts('ladder', { first: 'a', third: 'c' }), 'a\nc'],
    [
      'a scale',
      { ...scaleOf({ minLabel: 'Settled', maxLabel: 'Overwhelmed' }), value: 6 },
      '6 of 10 (0 Settled – 10 Overwhelmed)',
    ],
    [
      'a scale with a note, without words at its ends',
      { ...scaleOf({ min: 1, max: 5 }), value: 1, children: [textOf(' slept ')] },
      '1 of 5 (1 – 5) · slept',
    ],
    ['a note without a choice', { ...scaleOf({}), children: [textOf('later')] }, 'later'],
    ['a scale that nobody touched', scaleOf({}), ''],
    ['a date', lineOf('date', ' 17 May 2026 '), '17 May 2026'],
    ['feelings', lineOf('feelings', 'very hurt, sad'), 'very hurt, sad'],
    [
      'a picture',
      aPicture('a', { description: 'A door', children: [textOf('Home')] }),
      '[Picture: A door]\nHome',
    ],
    ['a picture without words', aPicture('a'), '[Picture]'],
  ])('%s', (_name, node, text) => {
    expect(blockText(node)).toBe(text);
  });

  test('other nodes are none of them', () => {
    for (const node of [paragraphOf('x'), aNode('list', []), aNode('hologram', ['x'])]) {
      expect([blockLines(node), blockText(node)]).toEqual([undefined, undefined]);
    }
  });
});

test('whatever a block holds, nothing of it is left out', () => {
  const word = fc.stringMatching(/^[a-z]{3,8}$/);
  const part = fc.record({
    type: fc.constantFrom('part', 'paragraph', 'hologram'),
    part: fc.constantFrom(...Object.values(PARTS).flat(), 'of a newer version'),
    children: fc.array(
      word.map(text => textOf(text)),
      { maxLength: 2 },
    ),
  });
  const block = fc.record({
    type: fc.constantFrom('statement', 'commitment', 'answer', 'ladder'),
    children: fc.array(part, { maxLength: 6 }),
  });
  fc.assert(
    fc.property(block, node => {
      const words = node.children.flatMap(child => child.children.map(text => text['text']));
      expect(isPartedType(node.type)).toBe(true);
      for (const text of words) expect(blockText(node)).toContain(text);
    }),
  );
});
