import {
  $getNearestNodeFromDOMNode,
  $getRoot,
  $getState,
  $isElementNode,
  $setState,
  $createTextNode,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  isHTMLElement,
  mergeRegister,
  registerEventListener,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type EditorState,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { goToTextOf } from '../keys/tab.ts';
import { $nextListed } from '../parts/next-listed.ts';
import { isInGuide, type GuideAction } from './guide.ts';
import { $isSectionBodyNode, type SectionBodyNode } from './SectionBodyNode.ts';
import { promptHiddenState, $sectionDataOf } from './section-state.ts';
import { $isSectionNode } from './SectionNode.ts';

// Seen by the autosave, not by the history, and the page stays as it was.
const ASIDE = [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG];

/** The buttons of the guides: fold a prompt away, begin with the starter, add to a list. */
export const registerPrompts = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    editor.registerRootListener(root =>
      root === null
        ? undefined
        : registerEventListener(root, 'click', event => onClick(editor, event)),
    ),
    editor.registerUpdateListener(({ tags, editorState, prevEditorState }) => {
      if (tags.has(HISTORIC_TAG)) keepPrompts(editor, prevEditorState, editorState);
    }),
  );

function onClick(editor: LexicalEditor, { target }: Event): void {
  if (!isHTMLElement(target)) return;
  const button = target.closest<HTMLElement>('[data-guide]');
  if (button === null) {
    // A press on what a section asks means its own text: there the next word must land.
    if (isInGuide(target)) goToTextOf(editor, target);
    return;
  }
  const withBody = ($run: (body: SectionBodyNode) => void) => () => {
    const body = $getNearestNodeFromDOMNode(button);
    if ($isSectionBodyNode(body)) $run(body);
  };
  const action = button.dataset['guide'] as GuideAction;
  if (action === 'toggle') editor.update(withBody($togglePrompt), { tag: ASIDE });
  else {
    editor.update(withBody(action === 'begin' ? $begin : $addNext), {
      tag: HISTORY_PUSH_TAG,
    });
    editor.focus();
  }
}

function $togglePrompt(body: SectionBodyNode): void {
  const section = body.getParent();
  if ($isSectionNode(section)) $setState(section, promptHiddenState, hidden => !hidden);
}

/** Writes the starter into an empty body, with the caret behind it. */
function $begin(body: SectionBodyNode): void {
  const section = body.getParent();
  const paragraph = body.getFirstChild();
  if (!$isSectionNode(section) || !body.isBare() || !$isElementNode(paragraph)) return;
  paragraph.append($createTextNode($sectionDataOf(section).starter));
  paragraph.selectEnd();
}

/** The next promise or point behind the last one, with the caret in it. */
function $addNext(body: SectionBodyNode): void {
  const { listOf } = body.getGuide();
  if (listOf === null) return;
  const next = $nextListed(listOf);
  body.append(next);
  next.selectStart();
}

/** Undo and redo bring back text; what is folded away is not text, and stays as it is. */
function keepPrompts(editor: LexicalEditor, before: EditorState, after: EditorState): void {
  const shown = before.read($foldedPrompts);
  const now = after.read($foldedPrompts);
  const differing = [...shown].filter(([key, hidden]) => now.has(key) && now.get(key) !== hidden);
  if (differing.length === 0) return;
  editor.update(
    () => {
      for (const section of $getRoot().getChildren()) {
        const hidden = shown.get(section.getKey());
        if (hidden !== undefined) $setState(section, promptHiddenState, hidden);
      }
    },
    { tag: ASIDE },
  );
}

const $foldedPrompts = (): Map<NodeKey, boolean> =>
  new Map(
    $getRoot()
      .getChildren()
      .filter($isSectionNode)
      .map(section => [section.getKey(), $getState(section, promptHiddenState)]),
  );
