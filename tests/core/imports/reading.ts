import { Day } from '#shared/domain/day.ts';
import { inlineText, type DocumentNode } from '#shared/domain/document.ts';
import type { ImportedEntry, ImportItem, ImportProblem } from '#shared/domain/import.ts';
import { readFile } from '../../../electron/import-process/read-file.ts';

export const FILE_DAY = Day.parse('2020-01-31');

/** What reading a file says, sorted by kind. */
export interface WhatWasRead {
  readonly items: readonly ImportItem[];
  readonly entries: readonly ImportedEntry[];
  readonly problems: readonly ImportProblem[];
  readonly losses: Readonly<Record<string, number>>;
}

/** Reads a file of this name; `answers` are typed one after the other where it is sealed. */
export async function read(
  name: string,
  content: string | Uint8Array,
  answers: (string | null)[] = [],
): Promise<WhatWasRead> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const ask = () => Promise.resolve(answers.shift() ?? null);
  const items: ImportItem[] = [];
  for await (const item of readFile({ name, bytes, day: FILE_DAY }, ask)) items.push(item);
  return {
    items,
    entries: items.flatMap(item => (item.kind === 'entry' ? [item.entry] : [])),
    problems: items.flatMap(item => (item.kind === 'problem' ? [item.problem] : [])),
    losses: Object.fromEntries(
      items.flatMap(item => (item.kind === 'loss' ? [[item.what, item.count]] : [])),
    ),
  };
}

/** A document in a few words: one line a block, with marks for what it is. */
export function outline({ document }: Pick<ImportedEntry, 'document'>): string[] {
  const lines: string[] = [];
  const visit = (node: DocumentNode, depth: number): void => {
    if (node.type === 'list') {
      for (const item of node.children ?? []) {
        const [first] = item.children ?? [];
        if (first?.type === 'list') visit(first, depth + 1);
        else lines.push(`${'  '.repeat(depth)}${markOf(node, item)} ${lineOf(item)}`);
      }
      return;
    }
    const tag = node.type === 'heading' ? String(node['tag']) : node.type;
    lines.push(`${tag}: ${lineOf(node)}`);
  };
  for (const block of document.root.children ?? []) visit(block, 0);
  return lines;
}

function markOf(list: DocumentNode, item: DocumentNode): string {
  if (list['listType'] === 'check') return item['checked'] === true ? '[x]' : '[ ]';
  return list['listType'] === 'number' ? `${String(list['start'])}.` : '-';
}

const lineOf = (node: DocumentNode): string =>
  (node.children ?? [])
    .map(child => {
      if (child.type === 'link') return `<${lineOf(child)}|${String(child['url'])}>`;
      const format = typeof child['format'] === 'number' ? child['format'] : 0;
      const marks = ['b', 'i', 's', 'u']
        .filter((_mark, bit) => (format & (1 << bit)) !== 0)
        .join('');
      const text = inlineText(child);
      return marks === '' ? text : `{${marks} ${text}}`;
    })
    .join('');
