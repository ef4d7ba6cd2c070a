import type { LexicalEditor, LexicalNode } from 'lexical';
import { datedAround, promisedFrom, type DayReader } from '#shared/domain/day-text.ts';
import { $isPartNode } from '../parts/PartNode.ts';
import { $isDateNode } from './DateNode.ts';
import { letterDaysOf } from './letter-days.ts';

/** How a line that may name a day is read; null for any other node. */
export function $dayReaderOf(node: LexicalNode, editor: LexicalEditor): DayReader | null {
  const { writtenOn, locale } = letterDaysOf(editor);
  if ($isDateNode(node)) return datedAround(writtenOn.value, locale.value);
  const isPromise = $isPartNode(node) && node.getName() === 'by';
  return isPromise ? promisedFrom(writtenOn.value, locale.value) : null;
}
