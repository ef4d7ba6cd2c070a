import * as fc from 'fast-check';
import { $getRoot, $isElementNode, type ElementNode, type LexicalNode } from 'lexical';
import { describe, expect, test } from 'vitest';
import { childrenOf, textOf, type DocumentNode } from '#shared/domain/document.ts';
import { inlineText } from '#shared/domain/projection.ts';
import { $nodeFrom } from '../../../renderer/editor/document/load.ts';
import { legalLetter } from '../../../renderer/editor/document/legalize.ts';
import { documentOf } from '../../../renderer/editor/document/save.ts';
import { edit, letterOf, openLetter, p, salutation, section } from './support.ts';

const BLOCKS = ['paragraph', 'heading', 'quote', 'list'];
const LINE = ['text', 'linebreak', 'tab', 'link', 'new-inline'];

/** The law, written down a second time: which types may stand in which. */
const LAW: Readonly<Record<string, readonly string[]>> = {
  root: [...BLOCKS, 'salutation', 'section', 'new-block'],
  section: ['section-heading', 'section-body'],
  'section-heading': ['text', 'new-inline'],
  'section-body': [...BLOCKS, 'new-block'],
  salutation: ['text', 'new-inline'],
  paragraph: LINE,
  heading: LINE,
  quote: LINE,
  list: ['listitem'],
  listitem: [...LINE, 'list'],
  link: ['text', 'linebreak', 'tab', 'new-inline'],
};

function offences(node: DocumentNode, path = node.type): string[] {
  const law = LAW[node.type];
  if (law === undefined) return [];
  const children = childrenOf(node);
  const strangers = children
    .filter(({ type }) => !law.includes(type.replace(/^new-.*/, found => newType(node, found))))
    .map(({ type }) => `${path} > ${type}`);
  return [
    ...strangers,
    ...ofSection(node, path),
    ...ofRoot(node),
    ...children.flatMap(child => offences(child, `${path} > ${child.type}`)),
  ];
}

const newType = ({ type }: DocumentNode, found: string): string =>
  ['root', 'section-body'].includes(type) && found.startsWith('new-') ? 'new-block' : 'new-inline';

function ofSection(node: DocumentNode, path: string): string[] {
  if (node.type === 'section-body' && childrenOf(node).length === 0) return [`${path} is empty`];
  if (node.type !== 'section') return [];
  const types = childrenOf(node).map(({ type }) => type);
  return types.join() === 'section-heading,section-body' ? [] : [`${path}: ${types.join()}`];
}

function ofRoot(node: DocumentNode): string[] {
  if (node.type !== 'root') return [];
  const types = childrenOf(node).map(({ type }) => type);
  const last = types.at(-1);
  return [
    ...(types.lastIndexOf('salutation') > 0 ? ['a salutation that is not the first line'] : []),
    ...(last === undefined || last === 'section' || last.startsWith('new-')
      ? ['no last line']
      : []),
  ];
}

const word = fc.stringMatching(/^[a-zé]{1,6}$/);

const { node } = fc.letrec<{ node: DocumentNode; children: DocumentNode[] }>(tie => ({
  children: fc.array(tie('node'), { maxLength: 4, depthIdentifier: 'tree' }),
  node: fc.oneof(
    { depthIdentifier: 'tree', maxDepth: 5 },
    word.map(text => textOf(text)),
    fc.constant({ type: 'linebreak', version: 1 }),
    fc.record({
      type: fc.constantFrom(
        ...Object.keys(LAW).filter(type => type !== 'root' && type !== 'link'),
        'new-block',
      ),
      version: fc.constant(1),
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
  };
  const children = tree.children?.map(withDetails);
  return { ...tree, ...details[tree.type], ...(children === undefined ? {} : { children }) };
};

const trees = fc.array(node.map(withDetails), { maxLength: 5 });
/** Sorted, because the heading of a section moves before its text wherever it stood. */
const lettersOf = (nodes: readonly DocumentNode[]): string =>
  Array.from(nodes.map(inlineText).join('').replaceAll(/\s/g, '')).toSorted().join('');

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
    section('Sorry', p('I am.')),
    section('What now', p('I will tell you.')),
    p('Yours'),
  );
  const strangers = [
    section('Inside', p('one')),
    ...childrenOf(section('Torn', p('two'), p('three'))),
    salutation('Hello'),
    { type: 'section', version: 1, children: [] },
    { type: 'section-body', version: 1, children: [] },
    p('four'),
  ];
  const step = fc.record({
    how: fc.constantFrom('remove', 'empty', 'append', 'before'),
    where: fc.nat({ max: 40 }),
    stranger: fc.constantFrom(...strangers),
  });

  test('leaves a legal letter', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), steps => {
        const editor = openLetter(letter);
        for (const { how, where, stranger } of steps) {
          edit(editor, () => {
            $getRoot().selectEnd();
            $disturb(how, $pick(where), stranger);
          });
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

  function $disturb(how: string, where: ElementNode | null, stranger: DocumentNode): void {
    if (where === null) return;
    if (how === 'remove') where.remove();
    else if (how === 'empty') where.clear();
    // Only what is no line of text can hold a block.
    else if (how === 'append' && where.isShadowRoot()) where.append($nodeFrom(stranger));
    else if (how === 'before') where.insertBefore($nodeFrom(stranger));
  }
});
