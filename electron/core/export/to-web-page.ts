import { createHash } from 'node:crypto';
import type { Letter } from '#shared/output/letter.ts';
import { partHtml } from './html-blocks.ts';
import type { PictureSource } from './html-picture.ts';
import { escapeHtml, type LinkHtml } from './html-text.ts';

/** Plain, legible, black on white or white on black as the reader has it, and fit to be printed. */
const STYLE = [
  ':root{color-scheme:light dark}',
  'body{max-width:40em;margin:3em auto;padding:0 1.2em;overflow-wrap:anywhere;',
  "font:1.05em/1.6 'Source Serif 4',Georgia,'Noto Serif',serif}",
  'p,li,figcaption{white-space:pre-wrap}',
  'h1,h2,h3,h4{line-height:1.25;break-after:avoid}',
  '.date{text-align:end}',
  'blockquote{margin-inline:1.6em;font-style:italic}',
  'ul ul{list-style-type:circle}ol ol{list-style-type:lower-alpha}',
  'ul.check{list-style:none;padding-inline-start:0}',
  'li>ul.check{padding-inline-start:1.5em}',
  'figure{margin:1em 0;break-inside:avoid}',
  'figure img{display:block;margin-inline:auto;max-width:100%;height:auto}',
  '[data-width="25"] img{width:25%}[data-width="50"] img{width:50%}[data-width="75"] img{width:75%}',
  'figcaption{text-align:center;font-size:.9em;font-style:italic}',
].join('');

/** Nothing is loaded or run: the style is known by its hash, and pictures stand in the file. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A letter as one HTML file that needs nothing else, and runs no script. */
export function toWebPage(letter: Letter, pictures: PictureSource): string {
  const means = { ...pictures, linkHtml };
  const title = letter.title === null ? '' : `<h1 dir="auto">${escapeHtml(letter.title)}</h1>`;
  const date = letter.date === null ? '' : `<p class="date">${escapeHtml(letter.date.text)}</p>`;
  return [
    '<!doctype html>',
    `<html lang="${letter.language.replace(/[^A-Za-z0-9-]/g, '')}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width">',
    // The title of the window is seen over a shoulder, and kept in a browser's history.
    '<title>Letter</title>',
    `<style>${STYLE}</style>`,
    '</head>',
    `<body><main>${title}${date}${letter.parts.map(part => partHtml(part, means)).join('')}</main></body>`,
    '</html>',
    '',
  ].join('\n');
}

const linkHtml: LinkHtml = (words, { url }) =>
  `<a href="${escapeHtml(url)}" rel="noreferrer">${words}</a>`;
