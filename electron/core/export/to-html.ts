import { findTemplate } from '#shared/content/templates.ts';
import { formatDay } from '#shared/domain/day.ts';
import {
  childrenOf,
  isSection,
  type DocumentNode,
  type SectionNodeJson,
} from '#shared/domain/document.ts';
import type { Entry } from '#shared/domain/entry.ts';
import type { PrintDocument, PrintOptions } from '#shared/domain/print.ts';
import { inlineText } from '#shared/domain/projection.ts';
import { blocksOf, hasText, joinBlocks } from './html-blocks.ts';
import { escapeHtml, inlineHtml } from './html-text.ts';

type Printed = Pick<Entry, 'document' | 'templateId' | 'writtenOn'>;

/**
 * An entry as a letter on paper: the inside of the page's `<main>`. Built from the document by an
 * allow-list of node types with every text escaped, so that nothing written can become markup.
 */
export function renderPrintHtml(
  entry: Printed,
  { headings }: PrintOptions,
  locale: string,
): PrintDocument {
  const nodes = childrenOf(entry.document.root);
  const templateItems = itemsOfTemplate(entry);
  const isPrinted = (node: DocumentNode) =>
    !isSection(node) || !(node.private || isUntouchedChecklist(node, templateItems));
  const parts = groupsOf(nodes.filter(isPrinted)).map(group => groupHtml(group, headings));
  return {
    html: `<p class="date">${escapeHtml(formatDay(entry.writtenOn, locale))}</p>${parts.join('')}`,
    language: locale,
    leftOut: nodes.filter(isSection).filter(isPrivate).map(headingOf),
  };
}

const isPrivate = (section: SectionNodeJson): boolean => section.private;

/** A section or a salutation by itself, or what stands between two of them. */
type Group = readonly DocumentNode[];

function groupsOf(nodes: readonly DocumentNode[]): readonly Group[] {
  const groups: DocumentNode[][] = [];
  let isLoose = false;
  for (const node of nodes) {
    const standsAlone = isSection(node) || node.type === 'salutation';
    if (standsAlone || !isLoose) groups.push([]);
    groups.at(-1)?.push(node);
    isLoose = !standsAlone;
  }
  return groups;
}

function groupHtml(group: Group, headings: boolean): string {
  const [first] = group;
  if (first === undefined) return '';
  if (isSection(first)) return sectionHtml(first, headings);
  if (first.type === 'salutation') return salutationHtml(first);
  return joinBlocks(blocksOf(group));
}

function salutationHtml(salutation: DocumentNode): string {
  if (inlineText(salutation).trim() === '') return '';
  return `<p class="salutation" dir="auto">${inlineHtml(childrenOf(salutation))}</p>`;
}

function sectionHtml(section: SectionNodeJson, headings: boolean): string {
  const blocks = blocksOf(bodyOf(section));
  if (!hasText(blocks)) return '';
  const title = headings ? headingOf(section) : '';
  const heading = title === '' ? '' : `<h2 dir="auto">${escapeHtml(title)}</h2>`;
  return `<section>${heading}${joinBlocks(blocks)}</section>`;
}

const isHeading = ({ type }: DocumentNode): boolean => type === 'section-heading';

const headingOf = (section: SectionNodeJson): string =>
  childrenOf(section).filter(isHeading).map(inlineText).join(' ').trim();

const bodyOf = (section: SectionNodeJson): readonly DocumentNode[] =>
  childrenOf(section)
    .filter(child => !isHeading(child))
    .flatMap(childrenOf);

/** A list of ready-made statements of which none was ticked or changed says nothing of the writer's. */
function isUntouchedChecklist(
  section: SectionNodeJson,
  templateItems: ReadonlySet<string>,
): boolean {
  const items = bodyOf(section).flatMap(node => (node.type === 'list' ? childrenOf(node) : [node]));
  return (
    section.sectionType === 'checklist' &&
    items.every(item => item['checked'] !== true && isTemplates(inlineText(item), templateItems))
  );
}

const isTemplates = (text: string, items: ReadonlySet<string>): boolean =>
  text.trim() === '' || items.has(text.trim());

function itemsOfTemplate({ templateId }: Printed): ReadonlySet<string> {
  const template = templateId === null ? undefined : findTemplate(templateId);
  return new Set(template?.sections.flatMap(({ items = [] }) => items));
}
