import {
  $createTextNode,
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  BLUR_COMMAND,
  COMMAND_PRIORITY_LOW,
  HISTORY_MERGE_TAG,
  mergeRegister,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { movingWords } from '../../words/moving.ts';
import { announce } from '../move/announce.ts';
import { $isSectionHeadingNode } from './SectionHeadingNode.ts';

interface Heading {
  readonly key: NodeKey;
  readonly text: string;
}

// It belongs to the step that emptied the heading, and the caret stays where it went.
const ASIDE = [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG];

/**
 * A heading says what its section is for, and one that was emptied is seldom meant: when the caret
 * leaves it without other words, it has those again that it had before.
 */
export function registerKeptHeadings(editor: LexicalEditor): () => void {
  let entered: Heading | null = null;

  function follow(here: Heading | null): void {
    const left = entered;
    if (left?.key === here?.key) return;
    entered = here;
    if (left !== null && left.text.trim() !== '') putBack(editor, left);
  }

  return mergeRegister(
    editor.registerUpdateListener(({ editorState }) =>
      follow(editorState.read($headingOfCaret, { editor })),
    ),
    editor.registerCommand(
      BLUR_COMMAND,
      () => {
        follow(null);
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}

function $headingOfCaret(): Heading | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const heading = $findMatchingParent(selection.focus.getNode(), $isSectionHeadingNode);
  return heading && { key: heading.getKey(), text: heading.getTextContent() };
}

function putBack(editor: LexicalEditor, { key, text }: Heading): void {
  const isEmpty = editor.read(() => $getNodeByKey(key)?.getTextContent().trim() === '');
  if (!isEmpty) return;
  editor.update(
    () => {
      const heading = $getNodeByKey(key);
      if ($isSectionHeadingNode(heading)) heading.clear().append($createTextNode(text));
    },
    { tag: ASIDE },
  );
  announce(editor, movingWords.headingBack(text));
}
