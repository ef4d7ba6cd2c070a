import { renderPrintHtml, type PrintSetting } from '#core/export/to-html.ts';
import { Day } from '#shared/domain/day.ts';
import type { DocumentNode } from '#shared/domain/document.ts';
import { plainPaper, type PrintDocument, type PrintOptions } from '#shared/domain/print.ts';
import { documentWith } from '../../support/builders.ts';

export const DATE = '<p class="date">17 May 2026</p>';
export const OPTIONS: PrintOptions = plainPaper('a4');

/** Without a template, and without a picture. */
export const SETTING: PrintSetting = {
  locale: 'en-GB',
  templateItems: new Set(),
  pictureOf: () => undefined,
};

export const print = (
  nodes: readonly DocumentNode[],
  options: Partial<PrintOptions> = {},
  setting: Partial<PrintSetting> = {},
): PrintDocument =>
  renderPrintHtml(
    { document: documentWith(nodes), writtenOn: Day.parse('2026-05-17') },
    { ...OPTIONS, ...options },
    { ...SETTING, ...setting },
  );

/** What is printed below the date. */
export function body(...nodes: readonly DocumentNode[]): string {
  const { html } = print(nodes);
  if (!html.startsWith(DATE)) throw new Error('a letter begins with its date');
  return html.slice(DATE.length);
}
