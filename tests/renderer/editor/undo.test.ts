import * as fc from 'fast-check';
import {
  $getRoot,
  $isElementNode,
  FORMAT_TEXT_COMMAND,
  HISTORY_PUSH_TAG,
  type ElementNode,
} from 'lexical';
import { test } from 'vitest';
import { $setTextBlocks, TEXT_BLOCKS } from '../../../renderer/editor/blocks/blocks.ts';
import { $clearFormatting } from '../../../renderer/editor/blocks/clear.ts';
import { $indentItems, $toggleCheck, $toggleList } from '../../../renderer/editor/blocks/lists.ts';
import { $applyLink } from '../../../renderer/editor/link/link-at-caret.ts';
import { $insertBlocks } from '../../../renderer/editor/paste/insert.ts';
import { expectToBeUndone, stateOf } from './history.ts';
import { edit, letterOf, openLetter, p, salutation, section } from './support.ts';

const pasted = [p('pasted'), section('Pasted', p('inside')), p('end')];

const $edits: readonly (() => void)[] = [
  ...TEXT_BLOCKS.map(kind => () => $setTextBlocks(kind)),
  ...(['bullet', 'number', 'check'] as const).map(type => () => $toggleList(type)),
  $clearFormatting,
  () => void $indentItems(1),
  () => void $indentItems(-1),
  () => void $toggleCheck(),
  () => $insertBlocks(pasted),
  () => $applyLink('https://example.org/'),
  () => $applyLink(null),
];

const place = fc.record({ from: fc.nat(30), to: fc.nat(30) });
const step = fc.record({ place, edit: fc.nat($edits.length + 1) });

test('any sequence of edits is undone exactly, and redone exactly', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 10 }), steps => {
      const editor = openLetter(
        letterOf(
          salutation('Dear M.,'),
          section('What I did', p('I lied.'), p('Twice.')),
          section('Sorry', p('I am.')),
          section('What now'),
          p('Yours'),
        ),
      );
      const states = [stateOf(editor)];
      for (const { place: at, edit: which } of steps) {
        edit(editor, () => $select(at.from, at.to));
        edit(
          editor,
          () => {
            const $run = $edits[which];
            if ($run !== undefined) $run();
            else if (which === $edits.length) editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold');
            else $lineAt(at.from).selectEnd().insertText('written');
          },
          HISTORY_PUSH_TAG,
        );
        states.push(stateOf(editor));
      }
      expectToBeUndone(editor, states);
    }),
    { numRuns: 80 },
  );
}, 60_000);

const $linesIn = (parent: ElementNode): ElementNode[] =>
  parent.getChildren().flatMap(child => {
    if (!$isElementNode(child) || child.isInline()) return [];
    const inner = $linesIn(child);
    return inner.length > 0 || child.isShadowRoot() ? inner : [child];
  });

function $lineAt(index: number): ElementNode {
  const lines = $linesIn($getRoot());
  return lines[index % lines.length] ?? $getRoot();
}

function $select(from: number, to: number): void {
  const { key, offset, type } = $lineAt(to).selectEnd().focus;
  const selection = $lineAt(from).selectStart();
  selection.focus.set(key, offset, type);
}
