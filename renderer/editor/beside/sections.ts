import {
  $createTextNode,
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { $createSectionNode, $isSectionNode } from '../section/SectionNode.ts';

/** What a new section is made of. */
export interface NewSection {
  readonly sectionId: string;
  readonly heading: string;
  readonly prompt: string;
  readonly hint: string;
  readonly starter: string;
}

/** Adds a section behind the last one that is there, and puts the caret into it. */
export function addSection(editor: LexicalEditor, section: NewSection): void {
  editor.update(
    () => {
      const added = $createSectionNode(section);
      if (section.heading !== '') added.getHeading()?.append($createTextNode(section.heading));
      const last = $getRoot().getChildren().findLast($isSectionNode);
      const only = $getRoot().getFirstChild();
      const isBlankPage = $getRoot().getChildrenSize() === 1 && $isElementNode(only);
      if (last !== undefined) last.insertAfter(added);
      else if (isBlankPage && only.isEmpty()) only.insertBefore(added);
      else $getRoot().append(added);
      added.getBody()?.selectStart();
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  editor.focus();
}

/** Puts the caret at the start of a section's text, with its heading in view. */
export function goToSection(editor: LexicalEditor, key: NodeKey): void {
  editor.update(
    () => {
      const section = $getNodeByKey(key);
      if ($isSectionNode(section)) section.getBody()?.selectStart();
    },
    { discrete: true },
  );
  editor.focus();
  editor.getElementByKey(key)?.scrollIntoView({ block: 'start' });
}
