import { $getRoot, $getSelection, $isElementNode, type LexicalEditor } from 'lexical';
import type { ActionId } from '#shared/actions.ts';
import type { Document } from '#shared/domain/document.ts';
import { textOfBlocks } from './copy/to-plain.ts';
import { documentOf } from './document/save.ts';
import { performInEditor } from './perform.ts';
import { revealFirst } from './search/reveal.ts';
import { $isSalutationNode } from './section/SalutationNode.ts';
import { $isSectionNode } from './section/SectionNode.ts';

/** What the screen around the editor may ask of it. */
export interface EditorHandle {
  /** The document as it stands, for saving. Off the keystroke path: call when idle or at a save. */
  readonly toDocument: () => Document;
  readonly focus: () => void;
  /** Selects the first place where a word begins with one of these, and marks all such places. */
  readonly revealFirst: (words: readonly string[]) => boolean;
  /** Carries out an action of the editor; false if it is not the editor's. */
  readonly perform: (action: ActionId) => boolean;
  /** The writer's text for "Copy text": plain text, blocks separated by blank lines. */
  readonly plainText: () => string;
  readonly hasFocus: () => boolean;
}

export function createHandle(editor: LexicalEditor): EditorHandle {
  return {
    toDocument: () => documentOf(editor),
    focus: () => {
      editor.update($placeFirstCaret, { discrete: true });
      editor.focus();
    },
    revealFirst: words => revealFirst(editor, words),
    perform: action => performInEditor(editor, action),
    plainText: () => textOfBlocks([documentOf(editor).root]),
    hasFocus: () => editor.getRootElement()?.contains(document.activeElement) ?? false,
  };
}

/** A letter that was just opened begins at its first unwritten part, else behind what is written. */
function $placeFirstCaret(): void {
  if ($getSelection() !== null) return;
  const blocks = $getRoot().getChildren();
  const blank = blocks.find(block => $isSectionNode(block) && block.getBody()?.isBlank() === true);
  const first = blocks[0];
  if ($isSalutationNode(first) && first.isEmpty()) first.select();
  else if ($isSectionNode(blank)) blank.getBody()?.selectStart();
  else if (blocks.some($isSectionNode) && $isElementNode(first)) first.selectStart();
  else $getRoot().selectEnd();
}
