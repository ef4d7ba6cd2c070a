import { TEXT_FORMAT } from '#shared/domain/document.ts';
import { STYLE } from './trusted-html.ts';

/** The style of an element, read by hand: the browser's own reading drops Word's properties. */
export function styleOf(element: Element): ReadonlyMap<string, string> {
  const declarations = new Map<string, string>();
  for (const declaration of (element.getAttribute(STYLE) ?? '').split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const name = declaration.slice(0, colon).trim().toLowerCase();
    declarations.set(
      name,
      declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
    );
  }
  return declarations;
}

const { bold, italic, underline, strikethrough } = TEXT_FORMAT;

const FORMAT_OF_TAG: Readonly<Record<string, number>> = {
  B: bold,
  STRONG: bold,
  TH: bold,
  I: italic,
  EM: italic,
  CITE: italic,
  DFN: italic,
  U: underline,
  INS: underline,
  S: strikethrough,
  STRIKE: strikethrough,
  DEL: strikethrough,
};

/** The text format inside an element: its tag adds to what it inherits, its style has the last word. */
export function formatIn(
  element: Element,
  style: ReadonlyMap<string, string>,
  inherited: number,
): number {
  let format = inherited | (FORMAT_OF_TAG[element.tagName] ?? 0);
  const weight = style.get('font-weight');
  if (weight !== undefined) format = isBold(weight) ? format | bold : format & ~bold;
  const slant = style.get('font-style');
  if (slant !== undefined) {
    format = /italic|oblique/.test(slant) ? format | italic : format & ~italic;
  }
  // A decoration goes through everything inside it: "none" further in takes nothing back.
  const decoration = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
  if (decoration.includes('underline')) format |= underline;
  if (decoration.includes('line-through')) format |= strikethrough;
  return format;
}

const isBold = (weight: string): boolean => weight.startsWith('bold') || Number(weight) >= 600;

/** What the person did not see, they did not copy. */
export const isHidden = (element: Element, style: ReadonlyMap<string, string>): boolean =>
  element.hasAttribute('hidden') ||
  (style.get('display') ?? '').startsWith('none') ||
  style.get('mso-hide') === 'all';

/** Whether spaces and line ends inside an element are text. */
export function keepsSpaces(
  element: Element,
  style: ReadonlyMap<string, string>,
  inherited: boolean,
): boolean {
  const space = style.get('white-space');
  if (space === undefined) return inherited || element.tagName === 'PRE';
  return /^(pre|break-spaces)/.test(space);
}
