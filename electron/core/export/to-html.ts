import { formatDay } from '#shared/domain/day.ts';
import {
  childrenOf,
  isSection,
  type DocumentNode,
  type SectionNodeJson,
} from '#shared/domain/document.ts';
import type { Entry } from '#shared/domain/entry.ts';
import type { PrintDocument, PrintOptions } from '#shared/domain/print.ts';
import { headingOf, inlineText } from '#shared/domain/projection.ts';
import { blocksOf, hasText, joinBlocks } from './html-blocks.ts';
import { escapeHtml, inlineHtml } from './html-text.ts';
import type { Pictures } from './html-picture.ts';

type Printed = Pick<Entry, 'document' | 'writtenOn'>;

/** What a letter needs to be printed besides itself. */
export interface PrintSetting extends Pictures {
  readonly locale: string;
  /** What the letter's template gave it to tick. */
  readonly templateItems: ReadonlySet<string>;
}

/**
 * An entry as a letter on paper: the inside of the page's `<main>`. Built from the document by an
 * allow-list of node types with every text escaped, so that nothing written can become markup.
 */
export function renderPrintHtml(
  entry: Printed,
  { headings }: PrintOptions,
  setting: PrintSetting,
): PrintDocument {
  const { locale } = setting;
  const nodes = childrenOf(entry.document.root);
  const isPrinted = (node: DocumentNode) =>
    !isSection(node) || !(node.private || isUntouchedChecklist(node, setting));
  const parts = groupsOf(nodes.filter(isPrinted)).map(group => groupHtml(group, headings, setting));
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

function groupHtml(group: Group, headings: boolean, pictures: Pictures): string {
  const [first] = group;
  if (first === undefined) return '';
  if (isSection(first)) return sectionHtml(first, headings, pictures);
  if (first.type === 'salutation') return salutationHtml(first);
  return joinBlocks(blocksOf(group, pictures));
}

function salutationHtml(salutation: DocumentNode): string {
  if (inlineText(salutation).trim() === '') return '';
  return `<p class="salutation" dir="auto">${inlineHtml(childrenOf(salutation))}</p>`;
}

function sectionHtml(section: SectionNodeJson, headings: boolean, pictures: Pictures): string {
  const blocks = blocksOf(bodyOf(section), pictures);
  if (!hasText(blocks)) return '';
  const title = headings ? headingOf(section) : '';
  const heading = title === '' ? '' : `<h2 dir="auto">${escapeHtml(title)}</h2>`;
  return `<section>${heading}${joinBlocks(blocks)}</section>`;
}

const isHeading = ({ type }: DocumentNode): boolean => type === 'section-heading';

const bodyOf = (section: SectionNodeJson): readonly DocumentNode[] =>
  childrenOf(section)
    .filter(child => !isHeading(child))
    .flatMap(childrenOf);

/** A list of ready-made statements of which none was ticked or changed says nothing of the writer's. */
function isUntouchedChecklist(section: SectionNodeJson, setting: PrintSetting): boolean {
  if (section.sectionType !== 'checklist') return false;
  const isTemplates = (item: DocumentNode) => {
    const text = inlineText(item).trim();
    return item['checked'] !== true && (text === '' || setting.templateItems.has(text));
  };
  return bodyOf(section).every(node =>
    node.type === 'list'
      ? childrenOf(node).every(isTemplates)
      : !hasText(blocksOf([node], setting)),
  );
}
