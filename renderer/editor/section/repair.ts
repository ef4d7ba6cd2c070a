import { $createHeadingNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $isTextNode,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type RootNode,
  RootNode as Root,
} from 'lexical';
import { $isUnknownNode } from '../document/UnknownNode.ts';
import { $keepToOneLine } from '../line/repair-line.ts';
import { $isLineNode } from '../lines/LineNode.ts';
import { $isPartedNode } from '../parts/PartedNode.ts';
import { $isSalutationNode, SalutationNode } from './SalutationNode.ts';
import { $isSectionBodyNode, SectionBodyNode } from './SectionBodyNode.ts';
import { $isSectionHeadingNode, SectionHeadingNode } from './SectionHeadingNode.ts';
import { $isSectionNode, SectionNode } from './SectionNode.ts';

/** Keeps every tree legal while it is edited: whatever an edit leaves behind is a letter again. */
export const registerRepairs = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    editor.registerNodeTransform(Root, $repairRoot),
    editor.registerNodeTransform(SectionNode, $repairSection),
    editor.registerNodeTransform(SectionHeadingNode, $repairHeading),
    editor.registerNodeTransform(SectionBodyNode, $repairBody),
    editor.registerNodeTransform(SalutationNode, $repairSalutation),
  );

/** The caret must always find a place behind the last section or block. */
function $repairRoot(root: RootNode): void {
  const last = root.getLastChild();
  const isClosed =
    $isSectionNode(last) || $isUnknownNode(last) || $isPartedNode(last) || $isLineNode(last);
  if (last === null || isClosed) root.append($createParagraphNode());
}

/** Exactly a heading and a body, at the top of the letter. Anything else moves into the body. */
function $repairSection(section: SectionNode): void {
  if (!isRoot(section.getParent())) {
    $dissolve(section);
    return;
  }
  const children = section.getChildren();
  const [first, second] = children;
  if (children.length === 2 && $isSectionHeadingNode(first) && $isSectionBodyNode(second)) return;
  const heading = children.find($isSectionHeadingNode) ?? new SectionHeadingNode();
  const body = children.find($isSectionBodyNode) ?? new SectionBodyNode();
  if (!heading.is(first)) {
    if (first === undefined) section.append(heading);
    else first.insertBefore(heading);
  }
  if (!body.is(heading.getNextSibling())) heading.insertAfter(body);
  let isBeforeBody = true;
  for (const child of children) {
    if (child.is(body)) isBeforeBody = false;
    if (child.is(heading) || child.is(body)) continue;
    const firstOfBody = body.getFirstChild();
    if (isBeforeBody && firstOfBody !== null) firstOfBody.insertBefore(child);
    else body.append(child);
  }
}

/** One line of plain text, inside a section. */
function $repairHeading(heading: SectionHeadingNode): void {
  if (!$isSectionNode(heading.getParent())) {
    $becomeHeading(heading);
    return;
  }
  $keepToOneLine(heading, false);
  for (const child of heading.getChildren()) {
    if ($isTextNode(child) && child.getFormat() !== 0) child.setFormat(0);
    if ($isTextNode(child) && child.getStyle() !== '') child.setStyle('');
  }
}

/** Blocks only, at least one, and no section inside a section. */
function $repairBody(body: SectionBodyNode): void {
  if (!$isSectionNode(body.getParent())) {
    $unwrap(body);
    return;
  }
  for (const child of body.getChildren()) {
    if ($isSectionNode(child)) $dissolve(child);
    else if ($isSectionHeadingNode(child)) $becomeHeading(child);
    else if ($isSectionBodyNode(child)) $unwrap(child);
    else if ($isSalutationNode(child)) child.replace($createParagraphNode(), true);
  }
  if (body.isEmpty()) body.append($createParagraphNode());
}

/** The first line of the letter, or an ordinary paragraph. */
function $repairSalutation(salutation: SalutationNode): void {
  const isFirst = isRoot(salutation.getParent()) && salutation.getPreviousSibling() === null;
  if (isFirst) $keepToOneLine(salutation, false);
  else salutation.replace($createParagraphNode(), true);
}

/** A section that can not stay one: its name becomes a heading, its text stays where it was. */
function $dissolve(section: SectionNode): void {
  for (const child of section.getChildren()) {
    section.insertBefore(child);
    if ($isSectionHeadingNode(child)) $becomeHeading(child);
    else if ($isSectionBodyNode(child)) $unwrap(child);
  }
  section.remove();
}

function $becomeHeading(heading: SectionHeadingNode): void {
  if (heading.isEmpty()) heading.remove();
  else heading.replace($createHeadingNode('h3'), true);
}

function $unwrap(body: SectionBodyNode): void {
  for (const child of body.getChildren()) body.insertBefore(child);
  body.remove();
}

const isRoot = (node: LexicalNode | null): boolean => node instanceof Root;
