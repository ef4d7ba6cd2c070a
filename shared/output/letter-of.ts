import { markOf } from '../domain/audience.ts';
import { formatDay } from '../domain/day.ts';
import {
  childrenOf,
  inlineText,
  isSection,
  type DocumentNode,
  type SectionNodeJson,
} from '../domain/document.ts';
import type { Entry } from '../domain/entry.ts';
import { plain } from '../domain/inline-nodes.ts';
import { headingOf } from '../domain/projection.ts';
import type { SectionType } from '../domain/template.ts';
import { blocksOf, hasText, tidy, type Pictures } from './blocks-of.ts';
import type { Block, Letter, Part, Run } from './letter.ts';
import { runsOf, writable } from './runs.ts';

/** What has to be known of a letter besides itself. */
export interface LetterSetting extends Pictures {
  readonly locale: string;
  /** What the letter's template gave it to tick. */
  readonly templateItems: ReadonlySet<string>;
}

/** What of a letter is wanted. */
export interface LetterChoice {
  /** Whether the title goes along. */
  readonly title: boolean;
  readonly date: boolean;
  readonly salutation: boolean;
  readonly headings: boolean;
}

export const WHOLE_LETTER: LetterChoice = {
  title: true,
  date: true,
  salutation: true,
  headings: true,
};

/**
 * An entry as a letter, by an allow-list of what documents hold. Pure, and without an editor. What
 * may not be in a copy has been withheld before; ladders are in none.
 */
export function letterOf(
  entry: Pick<Entry, 'title' | 'writtenOn' | 'document'>,
  choice: LetterChoice,
  setting: LetterSetting,
): Letter {
  const { locale } = setting;
  const title = writable(entry.title).trim();
  return {
    title: choice.title && title !== '' ? title : null,
    date: choice.date ? { day: entry.writtenOn, text: formatDay(entry.writtenOn, locale) } : null,
    language: locale,
    parts: groupsOf(childrenOf(entry.document.root)).flatMap(group =>
      partOf(group, choice, setting),
    ),
  };
}

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

function partOf(group: Group, choice: LetterChoice, setting: LetterSetting): readonly Part[] {
  const [first] = group;
  if (first === undefined) return [];
  if (isSection(first)) return sectionPart(first, choice, setting);
  if (first.type === 'salutation') return choice.salutation ? salutationPart(first) : [];
  const blocks = tidy(blocksOf(group, setting));
  return blocks.length === 0 ? [] : [{ kind: 'loose', blocks }];
}

function salutationPart(salutation: DocumentNode): readonly Part[] {
  if (inlineText(salutation).trim() === '') return [];
  const mark = markOf(salutation);
  return [{ kind: 'salutation', runs: runsOf(childrenOf(salutation)), mark }];
}

function sectionPart(
  section: SectionNodeJson,
  { headings }: LetterChoice,
  setting: LetterSetting,
): readonly Part[] {
  if (isUntouchedChecklist(section, setting)) return [];
  const blocks = tidy(blocksOf(bodyOf(section), setting));
  if (!hasText(blocks)) return [];
  const heading = writable(headingOf(section)).trim();
  const mark = markOf(section);
  if (headings) return [{ kind: 'section', heading, blocks, mark }];
  const isAnswer = ANSWERS.has(section.sectionType) && heading !== '';
  return [
    { kind: 'section', heading: '', blocks: isAnswer ? asAnswer(heading, blocks) : blocks, mark },
  ];
}

/** A number on a scale, or a day, says nothing without the heading that it answers. */
const ANSWERS: ReadonlySet<string> = new Set<SectionType>(['scale', 'date']);

/** "How steady I am: 6 of 10": in the line itself, as a heading would take in all that follows. */
function asAnswer(question: string, blocks: readonly Block[]): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'line' && first?.kind !== 'paragraph') return blocks;
  const text = /[\p{L}\p{N}]$/u.test(question) ? `${question}: ` : `${question} `;
  const asked: Run = { kind: 'text', text, emphasis: [], mark: null };
  return [{ ...first, runs: [asked, ...first.runs] }, ...rest];
}

const isHeading = ({ type }: DocumentNode): boolean => type === 'section-heading';

const bodyOf = (section: SectionNodeJson): readonly DocumentNode[] =>
  childrenOf(section)
    .filter(child => !isHeading(child))
    .flatMap(childrenOf);

/** A list of ready-made statements of which none was ticked or changed says nothing of the writer's. */
function isUntouchedChecklist(section: SectionNodeJson, setting: LetterSetting): boolean {
  if (section.sectionType !== 'checklist') return false;
  const isTemplates = (item: DocumentNode) => {
    const text = plain([item]).trim();
    return item['checked'] !== true && (text === '' || setting.templateItems.has(text));
  };
  return bodyOf(section).every(node =>
    node.type === 'list'
      ? childrenOf(node).every(isTemplates)
      : !hasText(blocksOf([node], setting)),
  );
}
