import { endOf } from '../domain/text-end.ts';
import type { Emphasis, LinkRun, PlainRun, Run } from './letter.ts';

/**
 * A line of a letter as CommonMark, with `~~` for struck through words as in GFM. Every character of
 * the writer's means itself, and emphasis is written with tags where its marks would not count.
 */
export function markdownLine(runs: readonly Run[]): string {
  let line = '';
  runs.forEach((run, index) => {
    line += runMarkdown(run, line, runs[index + 1]);
  });
  return withoutOuterBreaks(line).split('\n').map(guarded).join('\n');
}

/** At the end of a block the mark of a line break would be a backslash. */
function withoutOuterBreaks(line: string): string {
  let kept = line.replace(/^(?:\s*\\\n)+/, '');
  for (let said = kept.trimEnd(); said.endsWith('\\'); said = kept.trimEnd()) {
    if (kept[said.length] !== '\n') break;
    kept = said.slice(0, -1);
  }
  return kept;
}

/** A line in which nothing can stand but text in a row: a heading. */
export function markdownHeading(runs: readonly Run[]): string {
  const line = markdownLine(runs).replace(/\\?\n/g, ' ');
  const end = endOf(line, /#/);
  return line.slice(0, end) + line.slice(end).replaceAll('#', String.raw`\#`);
}

function runMarkdown(run: Run, before: string, next: Run | undefined): string {
  if (run.kind === 'link') return linkMarkdown(run);
  if (run.kind === 'break') return '\\\n';
  if (run.kind === 'tab') return '\t';
  const text = emphasised(run, before, firstOf(next));
  // "!" before a link would make a picture of it.
  return next?.kind === 'link' && /(?<!\\)!$/u.test(text) ? `${text.slice(0, -1)}\\!` : text;
}

function linkMarkdown({ url, runs }: LinkRun): string {
  const words = markdownLine(runs);
  const address = url.replace(/[<>\s\\]/gu, encodeURIComponent).replaceAll('&', '&amp;');
  return words.trim() === '' ? words : `[${words}](<${address}>)`;
}

/** What stands behind a run, as far as it matters for marks of emphasis. '' for the end of a line. */
function firstOf(next: Run | undefined): string {
  if (next === undefined || next.kind === 'break') return '';
  if (next.kind === 'tab') return '\t';
  if (next.kind === 'link' || next.emphasis.length > 0) return '[';
  return next.text.slice(0, next.text.codePointAt(0) === undefined ? 0 : 2);
}

const MARKS: Readonly<Partial<Record<Emphasis, string>>> = {
  strike: '~~',
  bold: '**',
  italic: '*',
};
const TAGS: Readonly<Record<Emphasis, string>> = {
  strike: 's',
  bold: 'strong',
  italic: 'em',
  underline: 'u',
};
/** From the outside in. Underlining has no mark. */
const ORDER: readonly Emphasis[] = ['underline', 'strike', 'bold', 'italic'];

/** White space stays outside of emphasis: beside it no mark counts. */
function emphasised(run: PlainRun & { kind: 'text' }, line: string, next: string): string {
  const core = run.text.trim();
  const before = run.text.slice(0, run.text.length - run.text.trimStart().length);
  const after = run.text.slice(before.length + core.length);
  const wanted = ORDER.filter(emphasis => run.emphasis.includes(emphasis));
  if (core === '' || wanted.length === 0) return escaped(run.text);
  const inner = escaped(core);
  const around = { before: before === '' ? line : before, after: after === '' ? next : after };
  const hasRoom = marksCount(inner, around, wanted);
  const written = wanted.reduceRight((text, emphasis) => {
    const mark = hasRoom ? MARKS[emphasis] : undefined;
    return mark === undefined
      ? `<${TAGS[emphasis]}>${text}</${TAGS[emphasis]}>`
      : `${mark}${text}${mark}`;
  }, inner);
  return escaped(before) + written + escaped(after);
}

const OUTSIDE = /^(?:[\s\p{P}\p{S}]|$)/u;
const OUTSIDE_END = /(?:[\s\p{P}\p{S}]|^)$/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** Whether marks would be taken for emphasis here: CommonMark 0.31, "left-flanking" and "right-flanking". */
function marksCount(
  inner: string,
  around: { readonly before: string; readonly after: string },
  wanted: readonly Emphasis[],
): boolean {
  // Two sets of marks in a row would be read as one.
  if (/[*~_]$/u.test(around.before)) return false;
  const isNested = wanted.length > 1;
  const opens =
    !(isNested || PUNCTUATION.test(inner.slice(0, 2))) || OUTSIDE_END.test(around.before);
  const closes = !(isNested || PUNCTUATION.test(inner.slice(-2))) || OUTSIDE.test(around.after);
  return opens && closes;
}

/** What is a mark anywhere in a line. */
const escaped = (text: string): string =>
  text.replace(/[\\`*_~[\]<>|&]/g, String.raw`\$&`).replace(/\n/g, '\\\n');

/**
 * What would make something else of a line: a mark at its start, or white space at either end, of
 * which four are code and two a line break.
 */
const guarded = (line: string): string =>
  line
    .replace(/^[ \t]/, entity)
    .replace(/[ \t](?=\\?$)/, entity)
    .replace(/^(?:[-+=#:]|\d{1,9}(?=[.)]))/, start =>
      /\d/.test(start) ? `${start}\\` : `\\${start}`,
    );

const entity = (space: string): string => `&#${space.charCodeAt(0)};`;
