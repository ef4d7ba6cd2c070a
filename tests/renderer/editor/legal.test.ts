import * as fc from 'fast-check';
import { $getRoot, $isElementNode, type ElementNode, type LexicalNode } from 'lexical';
import { describe, expect, test } from 'vitest';
import { blockOfParts, lineOf, PARTS, scaleOf, type PartedType } from '#shared/domain/blocks.ts';
import { childrenOf, inlineText, textOf, type DocumentNode } from '#shared/domain/document.ts';
import { $nodeFrom } from '../../../renderer/editor/document/load.ts';
import { legalLetter } from '../../../renderer/editor/document/legalize.ts';
import { documentOf } from '../../../renderer/editor/document/save.ts';
import { LAW, offences } from './law.ts';
import { edit, letterOf, openLetter, p, salutation, section } from './support.ts';

const word = fc.stringMatching(/^[a-zé]{1,6}$/);

const { node } = fc.letrec<{ node: DocumentNode; children: DocumentNode[] }>(tie => ({
  children: fc.array(tie('node'), { maxLength: 4, depthIdentifier: 'tree' }),
  node: fc.oneof(
    { depthIdentifier: 'tree', maxDepth: 5 },
    word.map(text => textOf(text)),
    fc.constant({ type: 'linebreak', version: 1 }),
    fc.record({
      type: fc.constantFrom(
        ...Object.keys(LAW).filter(type => !['root', 'link', 'part'].includes(type)),
        'new-block',
      ),
      version: fc.constant(1),
      children: tie('children'),
    }),
    fc.record({
      type: fc.constant('part'),
      version: fc.constant(1),
      part: fc.constantFrom(...Object.values(PARTS).flat(), 'other'),
      children: tie('children'),
    }),
    fc.record({
      type: fc.constantFrom(...(Object.keys(PARTS) as PartedType[])),
      version: fc.constant(1),
      status: fc.constantFrom('open', 'kept', 'broken'),
      children: tie('children'),
    }),
    fc.record({
      type: fc.constant('scale'),
      version: fc.constant(1),
      value: fc.constantFrom(null, 3, 12),
      min: fc.constantFrom(0, 1, 20),
      max: fc.constant(10),
      children: tie('children'),
    }),
    fc.record({
      type: fc.constant('link'),
      version: fc.constant(1),
      url: fc.constantFrom('https://example.org/', 'javascript:alert(1)', 'mailto:a@b.org', ''),
      children: tie('children'),
    }),
  ),
}));

const withDetails = (tree: DocumentNode): DocumentNode => {
  const details: Record<string, object> = {
    heading: { tag: 'h2' },
    list: { listType: 'bullet', start: 1, tag: 'ul' },
    listitem: { value: 1 },
    section: { sectionId: 's', sectionType: 'text', prompt: 'p', hint: '', starter: '' },
    picture: { picture: '6f1c4b8e-58a7-4f0e-9f0a-7d1d1f4b2c11', description: '', width: 100 },
  };
  const children = tree.children?.map(withDetails);
  return { ...tree, ...details[tree.type], ...(children === undefined ? {} : { children }) };
};

const trees = fc.array(node.map(withDetails), { maxLength: 5 });
/** Sorted, because the heading of a section moves before its text wherever it stood. */
const lettersOf = (nodes: readonly DocumentNode[]): string =>
  sorted(nodes.map(inlineText).join('').replaceAll(/\s/g, ''));
const sorted = (text: string): string => Array.from(text).toSorted().join('');

describe('any tree', () => {
  test('becomes a legal letter without losing a letter, and stays as it is then', () => {
    fc.assert(
      fc.property(trees, children => {
        const legal = legalLetter(children);
        const stored = legal.map(asStored);
        expect(offences({ type: 'root', children: stored })).toEqual([]);
        expect(lettersOf(stored)).toBe(lettersOf(children));
        expect(legalLetter(legal)).toEqual(legal);
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  test('opens, and what is saved opens as the same letter', () => {
    fc.assert(
      fc.property(trees, children => {
        const saved = documentOf(openLetter(letterOf(...children)));
        expect(offences(saved.root)).toEqual([]);
        expect(lettersOf([saved.root])).toBe(lettersOf(children));
        expect(documentOf(openLetter(saved))).toEqual(saved);
      }),
      { numRuns: 80 },
    );
  }, 30_000);
});

function asStored(tree: DocumentNode): DocumentNode {
  const raw = tree['raw'];
  if (typeof raw === 'object') return raw as DocumentNode;
  return tree.children === undefined ? tree : { ...tree, children: tree.children.map(asStored) };
}

describe('any edit of the tree', () => {
  const letter = letterOf(
    salutation('Dear M.,'),
    section('What I did', p('I lied.'), p('Twice.')),
    section('Sorry', p('I am.'), blockOfParts('statement', { when: 'you left', feel: 'sad' })),
    section('What now', p('I will tell you.'), blockOfParts('commitment', { what: 'call' })),
    blockOfParts('answer', { heard: 'you lied', reply: 'I did' }),
    lineOf('date', 'soon'),
    p('Yours'),
  );
  const strangers = [
    section('Inside', p('one')),
    ...childrenOf(section('Torn', p('two'), p('three'))),
    salutation('Hello'),
    { type: 'section', version: 1, children: [] },
    { type: 'section-body', version: 1, children: [] },
    p('four'),
    blockOfParts('ladder', { first: 'five' }),
    ...childrenOf(blockOfParts('statement', { when: 'six', need: 'seven' })),
    lineOf('feelings', 'eight'),
    scaleOf({}),
  ];
  const step = fc.record({
    how: fc.constantFrom('remove', 'empty', 'append', 'before'),
    where: fc.nat({ max: 60 }),
    stranger: fc.constantFrom(...strangers),
  });

  test('leaves a legal letter, with all that was put into it', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), steps => {
        const editor = openLetter(letter);
        for (const { how, where, stranger } of steps) {
          const before = lettersOf([documentOf(editor).root]);
          let isAdded = false;
          edit(editor, () => {
            $getRoot().selectEnd();
            isAdded = $disturb(how, $pick(where), stranger);
          });
          const after = lettersOf([documentOf(editor).root]);
          if (isAdded) expect(after).toBe(sorted(before + lettersOf([stranger])));
        }
        expect(offences(documentOf(editor).root)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  }, 30_000);

  /** An element of the letter, counted from its start. */
  function $pick(index: number): ElementNode | null {
    const all = $elementsIn($getRoot());
    return all[index % all.length] ?? null;
  }

  const $elementsIn = (parent: LexicalNode): ElementNode[] =>
    $isElementNode(parent)
      ? parent
          .getChildren()
          .filter($isElementNode)
          .flatMap(child => [child, ...$elementsIn(child)])
      : [];

  function $disturb(how: string, where: ElementNode | null, stranger: DocumentNode): boolean {
    if (where === null) return false;
    // Only what is no line of text can hold a block.
    const canAppend = how === 'append' && where.isShadowRoot();
    if (how === 'remove') where.remove();
    else if (how === 'empty') where.clear();
    else if (canAppend) where.append($nodeFrom(stranger));
    else if (how === 'before') where.insertBefore($nodeFrom(stranger));
    return canAppend || how === 'before';
  }
});
