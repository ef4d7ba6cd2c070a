import type { Emphasis, LinkRun, Run } from '#shared/output/letter.ts';
import { writable } from '#shared/output/runs.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that can stand anywhere in HTML. Control characters have no place in it and are dropped. */
export const escapeHtml = (text: string): string =>
  writable(text).replace(/[&<>"']/g, character => ESCAPES[character] ?? '');

/** The words of a link, and where it leads, as HTML. */
export type LinkHtml = (words: string, link: LinkRun) => string;

const TAGS: Readonly<Record<Emphasis, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
};

/** What stands in a line, with its formats. */
export const inlineHtml = (runs: readonly Run[], linkHtml: LinkHtml): string =>
  runs.map(run => runHtml(run, linkHtml)).join('');

function runHtml(run: Run, linkHtml: LinkHtml): string {
  switch (run.kind) {
    case 'break':
      return '<br>';
    case 'tab':
      return '\t';
    case 'link':
      return linkHtml(inlineHtml(run.runs, linkHtml), run);
    case 'text':
      return run.emphasis.reduceRight(
        (inner, emphasis) => `<${TAGS[emphasis]}>${inner}</${TAGS[emphasis]}>`,
        escapeHtml(run.text),
      );
    default:
      return run satisfies never;
  }
}
