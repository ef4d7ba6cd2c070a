import {
  LINE_BREAK,
  TAB,
  type FlatBlock,
  type Inline,
  type ListItem,
  type Run,
} from './flat-block.ts';

/** Collects text into lines and lines into blocks, as a browser would lay them out. */
export interface LineReader {
  readonly text: (text: string, look: Omit<Run, 'text'>, keepsSpaces: boolean) => void;
  readonly lineBreak: () => void;
  readonly tab: () => void;
  readonly endBlock: (kind: FlatBlock['kind']) => void;
  /** Ends a paragraph inside a list item: the next one goes on in the same item. */
  readonly endInItem: (item: ListItem) => void;
  readonly blocks: () => readonly FlatBlock[];
}

interface OpenBlock {
  readonly kind: FlatBlock['kind'];
  line: readonly Inline[];
}

/** `keepsIndent`: white space at the start of a line is the writer's, as in plain text. */
export function createLineReader(keepsIndent = false): LineReader {
  const blocks: OpenBlock[] = [];
  let line: Inline[] = [];

  const takeLine = (): Inline[] => {
    const taken = trimmed(line, keepsIndent);
    line = [];
    return taken;
  };

  const addText = (text: string, look: Omit<Run, 'text'>): void => {
    const last = line.at(-1);
    if (isRun(last) && last.format === look.format && last.link === look.link) {
      line[line.length - 1] = { ...last, text: last.text + text };
    } else if (text !== '') line.push({ ...look, text });
  };

  return {
    text(source, look, keepsSpaces) {
      const text = source.replaceAll('\uFEFF', '');
      if (keepsSpaces) {
        for (const part of text.split(/([\n\u2028\u2029\t])/)) {
          if (part === '\t') line.push(TAB);
          else if (/^[\n\u2028\u2029]$/.test(part)) line.push(LINE_BREAK);
          else addText(part, look);
        }
        return;
      }
      const collapsed = text.replaceAll(/[ \t\r\n\f\u2028\u2029]+/g, ' ');
      addText(endsInSpace(line) ? collapsed.replace(/^ /, '') : collapsed, look);
    },
    lineBreak: () => void line.push(LINE_BREAK),
    tab: () => void line.push(TAB),
    endBlock(kind) {
      // Two line breaks in a row are how the web writes a new paragraph.
      for (const part of splitAtBlankLines(takeLine(), keepsIndent))
        blocks.push({ kind, line: part });
    },
    endInItem(item) {
      const taken = takeLine();
      if (taken.length === 0) return;
      const last = blocks.at(-1);
      if (last?.kind === item) last.line = [...last.line, LINE_BREAK, ...taken];
      else blocks.push({ kind: item, line: taken });
    },
    blocks: () => blocks,
  };
}

const isRun = (inline: Inline | undefined): inline is Run => typeof inline === 'object';

function endsInSpace(line: readonly Inline[]): boolean {
  const last = line.at(-1);
  return last === undefined || !isRun(last) || last.text.endsWith(' ');
}

/** Without the white space at its ends. A line of nothing else is no line. */
function trimmed(line: readonly Inline[], keepsIndent: boolean): Inline[] {
  const rest = [...line];
  while (rest.length > 0 && isBlank(rest.at(-1))) rest.pop();
  if (keepsIndent) return withoutTrailingSpace(rest);
  while (rest.length > 0 && isBlank(rest[0])) rest.shift();
  const first = rest[0];
  if (isRun(first)) rest[0] = { ...first, text: first.text.trimStart() };
  return withoutTrailingSpace(rest);
}

function withoutTrailingSpace(line: Inline[]): Inline[] {
  const last = line.at(-1);
  return isRun(last) ? line.with(line.length - 1, { ...last, text: last.text.trimEnd() }) : line;
}

const isBlank = (inline: Inline | undefined): boolean =>
  !isRun(inline) || inline.text.trim() === '';

function splitAtBlankLines(line: readonly Inline[], keepsIndent: boolean): Inline[][] {
  const parts: Inline[][] = [[]];
  let breaks = 0;
  for (const inline of line) {
    const isGap = inline === LINE_BREAK || (breaks > 0 && isBlank(inline) && inline !== TAB);
    if (isGap) {
      if (inline === LINE_BREAK) breaks += 1;
      continue;
    }
    if (breaks > 1) parts.push([]);
    else if (breaks === 1) parts.at(-1)?.push(LINE_BREAK);
    breaks = 0;
    parts.at(-1)?.push(inline);
  }
  return parts.map(part => trimmed(part, keepsIndent)).filter(part => part.length > 0);
}
