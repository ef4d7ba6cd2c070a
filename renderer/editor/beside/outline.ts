import { $isListItemNode } from '@lexical/list';
import { $dfsIterator } from '@lexical/utils';
import { $getRoot, type LexicalEditor, type NodeKey } from 'lexical';
import { $sectionDataOf } from '../section/section-state.ts';
import { $isSectionNode, type SectionNode } from '../section/SectionNode.ts';
import { watch, type Watched } from './watched.ts';

/** A section of the open letter, for an outline beside it. */
export interface SectionOutline {
  readonly key: NodeKey;
  readonly sectionId: string;
  readonly heading: string;
  /** Nothing of the writer is in it: no words, or in a check list, whose words are given, no tick. */
  readonly isBlank: boolean;
  readonly isCheckList: boolean;
}

export const watchOutline = (editor: LexicalEditor): Watched<readonly SectionOutline[]> =>
  watch<readonly SectionOutline[]>(editor, {
    read: () => editor.read('latest', $outline),
    isSame: (a, b) => a.length === b.length && a.every((line, index) => isSameLine(line, b[index])),
    concerns: ({ dirtyElements }) => dirtyElements.size > 0,
    pauseMs: 300,
  });

const $outline = (): SectionOutline[] =>
  $getRoot().getChildren().filter($isSectionNode).map($outlineOf);

function $outlineOf(section: SectionNode): SectionOutline {
  const { sectionId, sectionType } = $sectionDataOf(section);
  const isCheckList = sectionType === 'checklist';
  return {
    key: section.getKey(),
    sectionId,
    heading: section.getFirstChild()?.getTextContent() ?? '',
    isBlank: isCheckList ? !$hasTick(section) : (section.getBody()?.isBlank() ?? true),
    isCheckList,
  };
}

function $hasTick(section: SectionNode): boolean {
  for (const { node } of $dfsIterator(section)) {
    if ($isListItemNode(node) && node.getChecked() === true) return true;
  }
  return false;
}

const isSameLine = (a: SectionOutline, b: SectionOutline | undefined): boolean =>
  a.key === b?.key &&
  a.sectionId === b.sectionId &&
  a.heading === b.heading &&
  a.isBlank === b.isBlank &&
  a.isCheckList === b.isCheckList;
