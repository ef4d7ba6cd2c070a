import { $createParagraphNode, type LexicalEditor, type LexicalNode, mergeRegister } from 'lexical';
import { PARTS } from '#shared/domain/blocks.ts';
import { $keepToOneLine } from '../line/repair-line.ts';
import { DateNode } from '../lines/DateNode.ts';
import { FeelingsNode } from '../lines/FeelingsNode.ts';
import type { LineNode } from '../lines/LineNode.ts';
import { ScaleNode } from '../lines/ScaleNode.ts';
import { $blockAround, $holdsBlocks } from '../section/blocks-of.ts';
import { $isSectionNode } from '../section/SectionNode.ts';
import { partedNodes } from './blocks.ts';
import { $isPartedNode, type PartedNode } from './PartedNode.ts';
import { $createPartNode, $isPartNode, PartNode } from './PartNode.ts';

/** Keeps the blocks of a letter whole: every part there once, every line one line, no word lost. */
export const registerBlockRepairs = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    ...partedNodes.map(klass => editor.registerNodeTransform(klass, $repairParted)),
    editor.registerNodeTransform(PartNode, $repairPart),
    ...[DateNode, FeelingsNode, ScaleNode].map(klass =>
      editor.registerNodeTransform(klass, $repairLine),
    ),
  );

/** A line stands among the blocks of a letter or a section, and holds one line of text. */
export function $repairLine(line: LineNode): void {
  if (!$comesOut(line)) $keepToOneLine(line, true);
}

/** All of its parts in their order; whatever else stood in it comes behind it. */
function $repairParted(block: PartedNode): void {
  if ($comesOut(block) || block.isWhole()) return;
  const parts = PARTS[block.getPartedType()].map(
    name => block.getPart(name) ?? $createPartNode(name),
  );
  const strangers = block.getChildren().filter(child => !parts.some(part => part.is(child)));
  block.append(...parts);
  let last: LexicalNode = block;
  for (const stranger of strangers) {
    const moved = $asBlock(stranger);
    if (moved !== null) last.insertAfter(moved);
    last = moved ?? last;
  }
}

/** What may stand behind a block: a block as it is, text as a paragraph; nothing for an empty part. */
function $asBlock(stranger: LexicalNode): LexicalNode | null {
  if ($isPartNode(stranger)) return $becomeParagraph(stranger);
  return stranger.isInline() ? $createParagraphNode().append(stranger) : stranger;
}

/** A part belongs to a block that wants it; anywhere else it is only its text. */
function $repairPart(part: PartNode): void {
  const parent = part.getParent();
  if ($isPartedNode(parent)) {
    if (parent.isWhole()) $keepToOneLine(part, true);
    else parent.markDirty();
  } else if ($holdsBlocks(parent)) $becomeParagraph(part);
  else if (parent !== null && !$isSectionNode(parent)) {
    for (const child of part.getChildren()) part.insertBefore(child);
    part.remove();
  }
}

function $becomeParagraph(part: PartNode): LexicalNode | null {
  if (!part.isEmpty()) return part.replace($createParagraphNode(), true);
  part.remove();
  return null;
}

/** A block that an edit left inside another comes out behind it. */
function $comesOut(block: LexicalNode): boolean {
  const parent = block.getParent();
  if (parent === null || $holdsBlocks(parent)) return false;
  // A section moves what stands beside its text into it.
  if ($isSectionNode(parent)) return true;
  const around = $blockAround(block);
  if (around === null || around.is(block)) return false;
  around.insertAfter(block);
  return true;
}
