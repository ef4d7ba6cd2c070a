import * as fc from 'fast-check';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $selectAll,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  HISTORY_PUSH_TAG,
  INSERT_PARAGRAPH_COMMAND,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { expect, test } from 'vitest';
import { inlineText, type DocumentNode } from '#shared/domain/document.ts';
import { $clearFormatting } from '../../../renderer/editor/blocks/clear.ts';
import { $indentItems, $toggleList } from '../../../renderer/editor/blocks/lists.ts';
import { $setTextBlocks } from '../../../renderer/editor/blocks/blocks.ts';
import { $copied } from '../../../renderer/editor/copy/CopyExtension.ts';
import { isClosed } from '../../../renderer/editor/document/legal-block.ts';
import { documentOf } from '../../../renderer/editor/document/save.ts';
import { $insertBlocks } from '../../../renderer/editor/paste/insert.ts';
import { $insertBlock, $insertSection, newBlocks } from '../../../renderer/editor/parts/insert.ts';
import { createHand } from '../../../renderer/editor/hand.ts';
import { createHandle } from '../../../renderer/editor/handle.ts';
import { performInEditor } from '../../../renderer/editor/perform.ts';
import { $isAtEdge } from '../../../renderer/editor/section/edges.ts';
import {
  bringBack,
  removeSection,
  setReaders,
} from '../../../renderer/editor/section/section-edits.ts';
import { $isSectionNode } from '../../../renderer/editor/section/SectionNode.ts';
import { anyBlock, anyLetter } from './arbitrary.ts';
import { expectToBeUndone, stateOf } from './history.ts';
import { offences } from './law.ts';
import { edit, letterOf, openLetter, p } from './support.ts';

type Edit = (editor: LexicalEditor, pasted: readonly DocumentNode[]) => void;

/** What is done from beside the text, each a step of its own. */
const actions: readonly Edit[] = [
  editor => void performInEditor(editor, 'section.up'),
  editor => void performInEditor(editor, 'section.down'),
  editor => createHandle(editor, createHand()).writeLine('calm, tired'),
  editor => createHandle(editor, createHand()).writeLine(''),
  editor => setReaders(editor, firstSection(editor), 'private'),
  editor => setReaders(editor, firstSection(editor), 'counsellor'),
  editor => setReaders(editor, firstSection(editor), null),
  editor => {
    removed.set(editor, removeSection(editor, firstSection(editor)));
  },
  editor => {
    const section = removed.get(editor);
    if (section !== undefined && section !== null) bringBack(editor, section);
  },
];

const removed = new WeakMap<LexicalEditor, ReturnType<typeof removeSection>>();

const firstSection = (editor: LexicalEditor): string =>
  editor.read(() => $getRoot().getChildren().find($isSectionNode)?.getKey() ?? '');

const edits: readonly Edit[] = [
  editor => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, 'typed'),
  editor => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined),
  editor => $delete(editor, true),
  editor => $delete(editor, false),
  (_editor, pasted) => $insertBlocks(pasted),
  () => $insertBlock(newBlocks.statement()),
  () => $insertBlock(newBlocks.commitment()),
  () => $insertBlock(newBlocks.scale()),
  () => $insertBlock(newBlocks.checklist()),
  $insertSection,
  () => $toggleList('bullet'),
  () => $setTextBlocks('heading2'),
];

/** What a key removes inside a line is the browser's to say; the rest is ours. */
function $delete(editor: LexicalEditor, isBackward: boolean): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  if (selection.isCollapsed() && !$isAtEdge(selection, isBackward)) return;
  editor.dispatchCommand(DELETE_CHARACTER_COMMAND, isBackward);
}

const pastedBlocks = fc.array(anyBlock, { minLength: 1, maxLength: 3 });

const step = fc.record({
  from: fc.nat(40),
  to: fc.nat(40),
  isCollapsed: fc.boolean(),
  edit: fc.nat(edits.length + actions.length - 1),
  pasted: pastedBlocks,
});

test('random edits of random letters keep them legal; undo and redo bring back each of them', () => {
  fc.assert(
    fc.property(anyLetter, fc.array(step, { minLength: 1, maxLength: 8 }), (letter, steps) => {
      const editor = openLetter(letter);
      const states = [stateOf(editor)];
      for (const { from, to, isCollapsed, edit: which, pasted } of steps) {
        edit(editor, () => $select(from, isCollapsed ? from : to));
        const $edit = edits[which];
        if ($edit === undefined) actions[which - edits.length]?.(editor, pasted);
        else edit(editor, () => $edit(editor, pasted), HISTORY_PUSH_TAG);
        expect(offences(documentOf(editor).root)).toEqual([]);
        expect(isCaretInText(editor)).toBe(true);
        states.push(stateOf(editor));
      }
      expectToBeUndone(editor, states);
    }),
    { numRuns: 50 },
  );
}, 60_000);

test('blocks that are put anywhere lose no word, and none of what was there', () => {
  fc.assert(
    fc.property(anyLetter, fc.nat(40), pastedBlocks, (letter, at, pasted) => {
      const editor = openLetter(letter);
      edit(editor, () => $select(at, at));
      edit(editor, () => $insertBlocks(pasted));
      const { root } = documentOf(editor);
      expect(sorted(wordsIn(root))).toBe(
        sorted(wordsIn(letter.root) + pasted.map(wordsIn).join('')),
      );
      expect(offences(root)).toEqual([]);
    }),
    { numRuns: 50 },
  );
}, 60_000);

test('formats of any selection leave the words as they are', () => {
  const formats = fc.constantFrom(
    () => $toggleList('bullet'),
    () => $toggleList('check'),
    () => $setTextBlocks('quote'),
    () => $setTextBlocks('heading1'),
    $clearFormatting,
    () => void $indentItems(1),
  );
  fc.assert(
    fc.property(anyLetter, fc.nat(40), fc.nat(40), formats, (letter, from, to, $format) => {
      const editor = openLetter(letter);
      edit(editor, () => $select(from, to));
      edit(editor, $format);
      const { root } = documentOf(editor);
      expect(wordsIn(root)).toBe(wordsIn(letter.root));
      expect(closedIn(root)).toEqual(closedIn(documentOf(openLetter(letter)).root));
    }),
    { numRuns: 50 },
  );
}, 60_000);

test('removing any selection takes only what was selected', () => {
  fc.assert(
    fc.property(anyLetter, fc.nat(40), fc.nat(40), (letter, from, to) => {
      const editor = openLetter(letter);
      edit(editor, () => $select(from, to));
      const { before, selected } = editor.read(() => ({
        before: lettersOf($getRoot().getTextContent()),
        selected: lettersOf($getSelection()?.getTextContent() ?? ''),
      }));
      edit(editor, () => $delete(editor, true));
      const after = lettersOf(editor.read(() => $getRoot().getTextContent()));
      // A selected heading stays, as the letter's structure; so at least this much is left.
      expect(isSubset(after, before)).toBe(true);
      expect(before.length - after.length).toBeLessThanOrEqual(selected.length);
      expect(offences(documentOf(editor).root)).toEqual([]);
    }),
    { numRuns: 50 },
  );
}, 60_000);

test('any blocks come out of copy and paste as they were', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { minLength: 1, maxLength: 4 }), copied => {
      const from = openLetter(letterOf(p('a'), ...copied, p('z')));
      edit(from, () => void $selectAll());
      const nodes = from.read(() => $copied($getSelection()));
      const to = openLetter(letterOf(p('b'), p('')));
      edit(to, () => {
        $getRoot().selectEnd();
        $insertBlocks(nodes);
      });
      expect(wordsIn(documentOf(to).root)).toBe(`b${wordsIn(documentOf(from).root)}`);
      expect(closedIn(documentOf(to).root)).toEqual(closedIn(documentOf(from).root));
    }),
    { numRuns: 100 },
  );
}, 60_000);

/** A selection must stand in what is there: its nodes are looked up, which throws when they are gone. */
const isCaretInText = (editor: LexicalEditor): boolean =>
  editor.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return false;
    return [selection.anchor, selection.focus].every(point => point.getNode().isAttached());
  });

/** The blocks of a letter that are no text, wherever they stand in it. */
const closedIn = ({ children = [] }: DocumentNode): readonly DocumentNode[] =>
  children.flatMap(child => (isClosed(child) ? child : closedIn(child)));

const wordsIn = (node: DocumentNode): string => lettersOf(inlineText(node));

const sorted = (text: string): string => Array.from(text).toSorted().join('');

/** Selects between two places of the letter, counted from its start. */
function $select(from: number, to: number): void {
  const lines = $linesIn($getRoot());
  const [first, last] = [lines[from % lines.length], lines[to % lines.length]];
  if (first === undefined || last === undefined) return;
  const selection = first.selectStart();
  $setPoint(selection.anchor, first, from);
  $setPoint(selection.focus, last, to);
}

type Point = ReturnType<ElementNode['selectStart']>['anchor'];

function $setPoint(point: Point, line: ElementNode, seed: number): void {
  const text = line.getFirstChild();
  if ($isTextNode(text)) {
    point.set(text.getKey(), (seed * 7) % (text.getTextContentSize() + 1), 'text');
  } else point.set(line.getKey(), 0, 'element');
}

const $linesIn = (node: LexicalNode): ElementNode[] => {
  if (!$isElementNode(node)) return [];
  const inner = node.getChildren().filter($isElementNode);
  return inner.length > 0 ? inner.flatMap($linesIn) : node.isShadowRoot() ? [] : [node];
};

const lettersOf = (text: string): string => text.replaceAll(/\s/g, '');

/** Whether a text is what is left of another after something was taken out of it. */
function isSubset(rest: string, whole: string): boolean {
  let at = 0;
  for (const sign of whole) if (sign === rest[at]) at += 1;
  return at === rest.length;
}
