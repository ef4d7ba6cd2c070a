import {
  $copyNode,
  $create,
  $createParagraphNode,
  $createTextNode,
  $getNearestNodeFromDOMNode,
  $isElementNode,
  HISTORY_PUSH_TAG,
  isHTMLElement,
  mergeRegister,
  registerEventListener,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { COMMITMENT_STATUSES, PARTS } from '#shared/domain/blocks.ts';
import { registerChoices } from '../choices.ts';
import { $isFeelingsNode, WANT_FEELINGS_COMMAND } from '../lines/FeelingsNode.ts';
import { $chooseOnScale, $isScaleNode } from '../lines/ScaleNode.ts';
import { $isCommitmentNode, $setStatus } from './CommitmentNode.ts';
import { $isLadderNode } from './LadderNode.ts';
import { $withParts } from './PartedNode.ts';
import { $isPartNode, type PartNode } from './PartNode.ts';
import { readStatement } from './read-statement.ts';
import { StatementNode } from './StatementNode.ts';

/** What the controls do that are drawn into the blocks. */
export const registerControls = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    registerChoices(editor, $choose),
    editor.registerRootListener(root =>
      root === null
        ? undefined
        : registerEventListener(root, 'click', event => onClick(editor, event)),
    ),
  );

function $choose(node: LexicalNode, value: string): void {
  const status = COMMITMENT_STATUSES.find(each => each === value);
  if ($isCommitmentNode(node) && status !== undefined) $setStatus(node, status);
  if ($isScaleNode(node)) $chooseOnScale(node, Number(value));
}

function onClick(editor: LexicalEditor, { target }: Event): void {
  const button = isHTMLElement(target) ? target.closest<HTMLElement>('[data-control]') : null;
  const control = button?.dataset['control'];
  if (button !== null && control !== undefined) onControl[control]?.(editor, button);
}

/** By the `data-control` of a button; what a control does by itself is not here. */
const onControl: Readonly<Record<string, (editor: LexicalEditor, button: HTMLElement) => void>> = {
  'use-draft': (editor, button) => {
    editor.update(() => $useDraft($getNearestNodeFromDOMNode(button)), { tag: HISTORY_PUSH_TAG });
    editor.focus();
  },
  feelings: (editor, button) => {
    editor.update(() => $goTo($getNearestNodeFromDOMNode(button)), {
      discrete: true,
      tag: [SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG],
    });
    editor.dispatchCommand(WANT_FEELINGS_COMMAND, undefined);
  },
};

function $goTo(line: LexicalNode | null): void {
  if ($isFeelingsNode(line)) line.selectEnd();
}

/** Puts a draft behind its ladder: as a statement where it reads as one, else as it is. */
function $useDraft(draft: LexicalNode | null): void {
  const ladder = draft?.getParent();
  if (!$isPartNode(draft) || !$isLadderNode(ladder) || draft.isEmpty()) return;
  const used = $asStatement(draft) ?? $asParagraph(draft);
  ladder.insertAfter(used);
  used.selectEnd();
}

function $asStatement(draft: PartNode): ElementNode | null {
  const texts = readStatement(draft.getTextContent());
  if (texts === null) return null;
  const statement = $withParts($create(StatementNode));
  for (const name of PARTS.statement) {
    if (texts[name] !== '') statement.getPart(name)?.append($createTextNode(texts[name]));
  }
  return statement;
}

const $asParagraph = (draft: PartNode): ElementNode =>
  $createParagraphNode().append(...draft.getChildren().map($copyWhole));

function $copyWhole(node: LexicalNode): LexicalNode {
  const copy = $copyNode(node);
  if ($isElementNode(node) && $isElementNode(copy)) {
    copy.append(...node.getChildren().map($copyWhole));
  }
  return copy;
}
