import { type DocumentNode } from '../domain/document.ts';
import { assemble, type FlatBlock } from './flat-block.ts';
import { createLineReader } from './line-reader.ts';

const PLAIN = { format: 0, link: null };

/**
 * Plain text as paragraphs. Where blank lines part the paragraphs, a single line end is a line
 * break; where there are none, every line is a paragraph.
 */
export function readPlain(text: string): DocumentNode[] {
  const lines = text.replaceAll(/\r\n?/g, '\n');
  const separator = /\n[ \t]*\n/.test(lines.trim()) ? /\n(?:[ \t]*\n)+/ : '\n';
  const blocks: FlatBlock[] = [];
  for (const paragraph of lines.split(separator)) {
    const reader = createLineReader(true);
    reader.text(paragraph, PLAIN, true);
    reader.endBlock('paragraph');
    blocks.push(...reader.blocks());
  }
  return assemble(blocks);
}
