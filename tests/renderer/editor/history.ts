import { REDO_COMMAND, UNDO_COMMAND, type LexicalCommand, type LexicalEditor } from 'lexical';
import { expect } from 'vitest';
import { documentOf } from '../../../renderer/editor/document/save.ts';

/** Undo goes back through all of these states to the first, and redo through all of them to the last. */
export function expectToBeUndone(editor: LexicalEditor, states: readonly string[]): void {
  const walk = (command: LexicalCommand<void>): string[] => {
    const seen = [stateOf(editor)];
    for (let i = 0; i <= states.length; i++) {
      editor.dispatchCommand(command, undefined);
      seen.push(stateOf(editor));
    }
    return withoutRepeats(seen);
  };
  expect(walk(UNDO_COMMAND)).toEqual(withoutRepeats(states.toReversed()));
  expect(walk(REDO_COMMAND)).toEqual(withoutRepeats(states));
}

/** Lexical notes on each element how its first text looks, while it draws; that is no content. */
export const stateOf = (editor: LexicalEditor): string =>
  JSON.stringify(documentOf(editor), (key, value: unknown) =>
    key === 'textFormat' || key === 'textStyle' ? undefined : value,
  );

/** An edit that changed nothing to be seen may or may not be a step of the history. */
const withoutRepeats = (states: readonly string[]): string[] =>
  states.filter((state, index) => state !== states[index - 1]);
