import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  type LexicalNode,
} from 'lexical';
import type { Place } from '../move/move.ts';
import { $selectedAtTop, $selectedInBody } from '../move/stretch.ts';
import { $isSectionNode } from '../section/SectionNode.ts';
import { $createPictureNode, type PictureNode } from './PictureNode.ts';

/** Puts pictures that are still being read at a place, or behind the block that the caret is in. */
export function $insertPictures(readings: readonly string[], place: Place | null): void {
  const pictures = readings.map($createPictureNode);
  if (place === null) $insertAtCaret(pictures);
  else $insertAtPlace(pictures, place);
  pictures.at(-1)?.selectEnd();
}

function $insertAtPlace(pictures: readonly PictureNode[], { container, before }: Place): void {
  const next = before === null ? null : $getNodeByKey(before);
  if (next !== null) for (const picture of pictures) next.insertBefore(picture);
  else {
    const parent = $getNodeByKey(container);
    ($isElementNode(parent) ? parent : $getRoot()).append(...pictures);
  }
}

function $insertAtCaret(pictures: readonly PictureNode[]): void {
  if ($getSelection() === null) $getRoot().selectEnd();
  const block = $selectedInBody()?.last ?? $blockAtTop();
  let last: LexicalNode | null = block;
  for (const picture of pictures) {
    if (last === null) $getRoot().append(picture);
    else last.insertAfter(picture);
    last = picture;
  }
  if ($isParagraphNode(block) && block.isEmpty()) block.remove();
}

/** The block at the top of the letter that the caret is in; in a section's heading, the first of its text. */
function $blockAtTop(): LexicalNode | null {
  const top = $selectedAtTop()?.last ?? $getRoot().getFirstChild();
  return $isSectionNode(top) ? (top.getBody()?.getFirstChild() ?? null) : top;
}

/** Takes away a picture that could not be read; what was written below it meanwhile stays. */
export function $dropPicture(picture: PictureNode): void {
  const isAlone = picture.getParent()?.getChildrenSize() === 1;
  if (picture.isEmpty() && !isAlone) picture.remove();
  else picture.replace($createParagraphNode(), true);
}

/** Removes a picture with its caption, and leaves an empty line with the caret in its place. */
export function $removePicture(picture: PictureNode): void {
  const line = $createParagraphNode();
  picture.replace(line);
  line.selectStart();
}
