import { z } from 'zod';
import type { PassageMark } from '../domain/audience.ts';
import type { PictureWidth } from '../domain/blocks.ts';
import type { Day } from '../domain/day.ts';
import type { PictureId } from '../domain/ids.ts';

/**
 * A piece of writing as it leaves the app: the one model that print and every file format are
 * renderers of. It is made of a document by an allow-list (`letter-of.ts`), so that a renderer can
 * meet nothing else: no prompts, hints, ladders, ids or versions.
 */
export interface Letter {
  /** null where the title stays in the app. */
  readonly title: string | null;
  /** null where the writer leaves the date out. */
  readonly date: { readonly day: Day; readonly text: string } | null;
  /** BCP 47: the language of the date, and of the app. What is written may be in any other. */
  readonly language: string;
  readonly parts: readonly Part[];
}

/** A salutation, a section under its heading, or what stands between two of them. */
export type Part =
  | { readonly kind: 'salutation'; readonly runs: readonly Run[]; readonly mark: Mark }
  | {
      readonly kind: 'section';
      /** '' for one without a heading, and where headings are left out. */
      readonly heading: string;
      readonly blocks: readonly Block[];
      readonly mark: Mark;
    }
  | { readonly kind: 'loose'; readonly blocks: readonly Block[] };

/** What the writer said of it; always null in a copy that it may not be in. */
type Mark = PassageMark | null;

/** Blocks with more than plain text in the editor, which read as one line or two. */
export type LineType = 'statement' | 'commitment' | 'answer' | 'scale' | 'date' | 'feelings';

export type Block =
  | Paragraph
  | Heading
  | Line
  | Quote
  | List
  | PictureBlock
  /** A line that the writer left free between two others: never two in a row, never at an end. */
  | { readonly kind: 'blank' };

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
  readonly mark: Mark;
}

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly runs: readonly Run[];
  readonly mark: Mark;
}

export interface Line {
  readonly kind: 'line';
  readonly of: LineType;
  /** What someone else said, before the answer to it. */
  readonly isHeard: boolean;
  readonly runs: readonly Run[];
  readonly mark: Mark;
}

export interface Quote {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
  readonly mark: Mark;
}

export interface List {
  readonly kind: 'list';
  readonly style: 'bullet' | 'number' | 'check';
  /** The number of the first item. */
  readonly start: number;
  readonly items: readonly Item[];
  readonly mark: Mark;
}

export interface Item {
  readonly runs: readonly Run[];
  /** null in a list without check boxes. */
  readonly checked: boolean | null;
  /** Deeper levels. */
  readonly lists: readonly List[];
  readonly mark: Mark;
}

export interface PictureBlock {
  readonly kind: 'picture';
  /** null when its bytes are not in the vault: then only the caption is left. */
  readonly picture: PictureId | null;
  /** What is to be seen, for who can not see it. */
  readonly description: string;
  /** Percent of the text. */
  readonly width: PictureWidth;
  readonly caption: readonly Run[];
  readonly mark: Mark;
}

export const EMPHASES = ['bold', 'italic', 'underline', 'strike'] as const;
export type Emphasis = (typeof EMPHASES)[number];

export type Run = PlainRun | LinkRun;

/** A link leads to the web or to an address for mail, and nowhere else. */
export interface LinkRun {
  readonly kind: 'link';
  readonly url: string;
  readonly runs: readonly PlainRun[];
}

export type PlainRun =
  | {
      readonly kind: 'text';
      /** Well-formed, without control characters except line feed and tab. */
      readonly text: string;
      readonly emphasis: readonly Emphasis[];
      readonly mark: Mark;
    }
  | { readonly kind: 'break' }
  | { readonly kind: 'tab' };

/** For the contract. A letter is only ever made in `letter-of.ts`. */
export const Letter = z.custom<Letter>(
  value => typeof value === 'object' && value !== null && 'parts' in value,
  'not a letter',
);
