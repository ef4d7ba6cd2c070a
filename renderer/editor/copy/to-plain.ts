import { blockText } from '#shared/domain/block-text.ts';
import { childrenOf, inlineText, type DocumentNode } from '#shared/domain/document.ts';
import { legalBlocks } from '../document/legalize.ts';

/** Plain text of blocks as a person would type it: blank lines between, marks before list items. */
export const textOfBlocks = (nodes: readonly DocumentNode[]): string =>
  legalBlocks(nodes, 'letter').flatMap(blockTexts).join('\n\n');

function blockTexts(node: DocumentNode): string[] {
  switch (node.type) {
    case 'list':
      return [listLines(node, 0).join('\n')];
    case 'root':
    case 'section':
    case 'section-body':
      return childrenOf(node).flatMap(blockTexts);
    default: {
      const text = blockText(node) ?? inlineText(node);
      return text === '' ? [] : [text];
    }
  }
}

function listLines(list: DocumentNode, level: number): string[] {
  let number = typeof list['start'] === 'number' ? list['start'] : 1;
  return childrenOf(list).flatMap(item => {
    const nested = childrenOf(item).filter(child => child.type === 'list');
    if (nested.length > 0) return nested.flatMap(inner => listLines(inner, level + 1));
    const indent = '    '.repeat(level);
    const text = inlineText(item).replaceAll('\n', `\n${indent}  `);
    return [`${indent}${markOf(list, item, number++)} ${text}`];
  });
}

function markOf(list: DocumentNode, item: DocumentNode, number: number): string {
  if (list['listType'] === 'check') return item['checked'] === true ? '[x]' : '[ ]';
  return list['listType'] === 'number' ? `${number}.` : '•';
}
