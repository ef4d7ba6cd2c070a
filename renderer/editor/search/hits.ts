import {
  $getEditor,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  type PointType,
} from 'lexical';
import { dayIn } from '#shared/domain/day-text.ts';
import { $isDateNode } from '../lines/DateNode.ts';
import { $dayReaderOf } from '../lines/day-reader.ts';
import { $isFeelingsNode } from '../lines/FeelingsNode.ts';
import { $isScaleNode } from '../lines/ScaleNode.ts';
import { findIn, type Wanted } from './match.ts';
import { $findInLine, $lines, isFindable, type Found, type Place } from './places.ts';

/** A place of the letter where it says what is wanted. */
export interface LetterHit extends Found {
  /** It stands in something that only a hand changes, and is left as it is. */
  readonly isKept: boolean;
}

/** All places of the letter, in its order. */
export function $hitsOf(wanted: Wanted): LetterHit[] {
  if (!isFindable(wanted.text)) return [];
  return $lines().flatMap(line => {
    const found = $findInLine(line, text => findIn(text, wanted));
    if (found.length === 0) return [];
    const keepsLine = $isKept(line);
    return found.map(hit => ({ ...hit, isKept: keepsLine || !$isPlain(hit) }));
  });
}

/** What was chosen, or is read as a day, must not become something else by the way. */
const $isKept = (line: ElementNode): boolean =>
  $isDateNode(line) || $isFeelingsNode(line) || $isScaleNode(line) || $isDay(line);

function $isDay(line: ElementNode): boolean {
  const reader = $dayReaderOf(line, $getEditor());
  return reader !== null && dayIn(line.getTextContent(), reader) !== null;
}

const $isPlain = ({ start, end }: Found): boolean =>
  [start, end].every(({ key }) => {
    const node = $getNodeByKey(key);
    return $isTextNode(node) && node.isSimpleText();
  });

/** The first hit that does not begin before a place; -1 when all of them do. */
export const $firstFrom = (hits: readonly Found[], place: Place): number =>
  hits.findIndex(({ start }) => !$isBefore(start, place));

/** The last hit that ends before a place, or at it. */
export const $lastUpTo = (hits: readonly Found[], place: Place): number =>
  hits.findLastIndex(({ end }) => !$isBefore(place, end));

/** The start or the end of what is selected. */
export function $edgeOfSelection(edge: 'start' | 'end'): Place | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  return placeOf(edge === 'start' ? start : end);
}

const placeOf = ({ key, offset }: PointType): Place => ({ key, offset });

/** The selected words, where they may be meant to be found: within one line, and no more than that. */
export function $selectedWords(): string {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return '';
  const text = selection.getTextContent();
  return /[\n\t]/.test(text) || text.length > LONGEST_WORDS ? '' : text.trim();
}

const LONGEST_WORDS = 200;

function $isBefore(place: Place, other: Place): boolean {
  if (place.key === other.key) return place.offset < other.offset;
  const node = $getNodeByKey(place.key);
  const otherNode = $getNodeByKey(other.key);
  return node !== null && otherNode !== null && node.isBefore(otherNode);
}
