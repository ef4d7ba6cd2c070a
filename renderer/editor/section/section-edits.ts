import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import type { PassageMark } from '#shared/domain/audience.ts';
import { childrenOf, type DocumentNode } from '#shared/domain/document.ts';
import { ASIDE_STEP } from '../choices.ts';
import { movingWords } from '../../words/moving.ts';
import { legalBlocks } from '../document/legalize.ts';
import { $nodeFrom } from '../document/load.ts';
import { documentOf } from '../document/save.ts';
import { announce } from '../move/announce.ts';
import { $setReaders } from './readers.ts';
import { $isSectionNode } from './SectionNode.ts';

/** A section that was taken out, with all that is needed to put it back. */
export interface RemovedSection {
  readonly key: NodeKey;
  readonly heading: string;
  readonly index: number;
  readonly json: DocumentNode;
}

/** Says who may read a section; null for everyone. One step to undo. */
export function setReaders(editor: LexicalEditor, key: NodeKey, mark: PassageMark | null): void {
  editor.update(
    () => {
      const section = $getNodeByKey(key);
      if ($isSectionNode(section)) $setReaders(section, mark);
    },
    { discrete: true, tag: ASIDE_STEP },
  );
  announce(editor, movingWords.readersNow[mark ?? 'everyone']);
}

/** Takes a section out with its text, and puts the caret beside the gap. One step to undo. */
export function removeSection(editor: LexicalEditor, key: NodeKey): RemovedSection | null {
  const removed = editor.read(() => {
    const section = $getNodeByKey(key);
    if (!$isSectionNode(section)) return null;
    const heading = section.getHeading()?.getTextContent().trim() ?? '';
    return { key, heading, index: section.getIndexWithinParent() };
  });
  const json = removed && childrenOf(documentOf(editor).root)[removed.index];
  if (removed === null || json === null || json === undefined) return null;
  editor.update(
    () => {
      const section = $getNodeByKey(key);
      const beside = section?.getNextSibling() ?? section?.getPreviousSibling();
      section?.remove();
      if ($isSectionNode(beside)) beside.getBody()?.selectStart();
      else if ($isElementNode(beside)) beside.selectStart();
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  return { ...removed, json };
}

/** Puts a removed section back where it was, whatever was written since; once only. */
export function bringBack(editor: LexicalEditor, { key, index, json }: RemovedSection): void {
  editor.update(
    () => {
      // It came back already, by undo.
      if ($getNodeByKey(key) !== null) return;
      const [section] = legalBlocks([json], 'letter').map($nodeFrom);
      if (section === undefined) return;
      const next = $getRoot().getChildAtIndex(index);
      if (next === null) $getRoot().append(section);
      else next.insertBefore(section);
      if ($isSectionNode(section)) section.getBody()?.selectStart();
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  editor.focus();
}
