import { childrenOf, textOf, type DocumentNode } from './document.ts';

/**
 * Blocks that do something and are ordinary text all the same. Some are made of named parts, each
 * one line of inline nodes; the others are one line of inline nodes beside what was chosen. Their
 * type names and fields are a file format, fixed by the golden file of the editor's tests.
 */
export const PARTS = {
  /** An "I feel" statement: when … I feel … because I need … I would like … */
  statement: ['when', 'feel', 'need', 'like'],
  /** A promise; `by` is read as a day where it names one. */
  commitment: ['who', 'what', 'by', 'notice'],
  /** A point that was heard, and the answer to it. */
  answer: ['heard', 'reply'],
  /** Three drafts of the same thing. They help the writer, and are never printed. */
  ladder: ['first', 'second', 'third'],
} as const;

export type PartedType = keyof typeof PARTS;
export type PartOf<T extends PartedType> = (typeof PARTS)[T][number];
export type PartName = PartOf<PartedType>;

export const isPartedType = (type: string): type is PartedType => Object.hasOwn(PARTS, type);

export const COMMITMENT_STATUSES = ['open', 'kept', 'missed', 'repaired'] as const;
export type CommitmentStatus = (typeof COMMITMENT_STATUSES)[number];

/** One of the four, whatever was stored. */
export const statusOf = (node: DocumentNode): CommitmentStatus =>
  COMMITMENT_STATUSES.find(status => status === node['status']) ?? 'open';

export interface ScaleNodeJson extends DocumentNode {
  readonly type: 'scale';
  /** A whole number from `min` to `max`, or null while nothing is chosen. */
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly minLabel: string;
  readonly maxLabel: string;
}

/** How wide a picture stands on the sheet and on paper, in percent of the text. */
export const PICTURE_WIDTHS = [25, 50, 75, 100] as const;
export type PictureWidth = (typeof PICTURE_WIDTHS)[number];

export interface PictureNodeJson extends DocumentNode {
  readonly type: 'picture';
  /** The `PictureId` of its bytes in the vault. */
  readonly picture: string;
  /** What is to be seen, for who can not see it. The caption is the node's own text. */
  readonly description: string;
  readonly width: PictureWidth;
  /** Pixels, so that the page does not jump when the bytes arrive. */
  readonly naturalWidth: number;
  readonly naturalHeight: number;
}

/** The part of a block with this name; undefined where a damaged document has none. */
export const partNamed = (block: DocumentNode, name: PartName): DocumentNode | undefined =>
  childrenOf(block).find(child => child.type === 'part' && child['part'] === name);

/** A block with empty parts, or with these texts in them. */
export function blockOfParts<T extends PartedType>(
  type: T,
  texts: Partial<Record<PartOf<T>, string>> = {},
): DocumentNode {
  const children = PARTS[type].map(part => partOf(part, texts[part as PartOf<T>] ?? ''));
  return type === 'commitment'
    ? { type, version: 1, status: 'open', children }
    : { type, version: 1, children };
}

const partOf = (part: PartName, text: string): DocumentNode => ({
  type: 'part',
  version: 1,
  part,
  children: text === '' ? [] : [textOf(text)],
});

/** One line of its own kind: a date, or feelings. */
export const lineOf = (type: 'date' | 'feelings', text: string): DocumentNode => ({
  type,
  version: 1,
  children: text === '' ? [] : [textOf(text)],
});

/** The ends of a scale where a template names none. */
export const SCALE_DEFAULTS = { min: 0, max: 10, minLabel: '', maxLabel: '' } as const;

/** A scale on which nothing is chosen yet. */
export const scaleOf = (
  ends: Partial<Pick<ScaleNodeJson, 'min' | 'max' | 'minLabel' | 'maxLabel'>>,
): ScaleNodeJson => ({
  type: 'scale',
  version: 1,
  value: null,
  ...SCALE_DEFAULTS,
  ...ends,
  children: [],
});
