import { $getRoot, type LexicalEditor, type NodeKey } from 'lexical';
import { $sectionDataOf } from '../section/section-state.ts';
import { $isSectionNode, type SectionNode } from '../section/SectionNode.ts';
import { watch, type Watched } from './watched.ts';

/** A section of the open letter, for an outline beside it. */
export interface SectionOutline {
  readonly key: NodeKey;
  readonly sectionId: string;
  readonly heading: string;
  readonly isBlank: boolean;
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

const $outlineOf = (section: SectionNode): SectionOutline => ({
  key: section.getKey(),
  sectionId: $sectionDataOf(section).sectionId,
  heading: section.getFirstChild()?.getTextContent() ?? '',
  isBlank: section.getBody()?.isBlank() ?? true,
});

const isSameLine = (a: SectionOutline, b: SectionOutline | undefined): boolean =>
  a.key === b?.key &&
  a.sectionId === b.sectionId &&
  a.heading === b.heading &&
  a.isBlank === b.isBlank;
