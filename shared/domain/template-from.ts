import { SCALE_DEFAULTS } from './blocks.ts';
import type { LetterNames } from './compose-letter.ts';
import {
  childrenOf,
  inlineText,
  isSection,
  type DocumentNode,
  type SectionNodeJson,
} from './document.ts';
import type { Entry } from './entry.ts';
import { headingOf } from './projection.ts';
import {
  OwnSection,
  SectionType,
  type OwnTemplate,
  type OwnTemplateDraft,
  type Template,
} from './template.ts';
import { isFrom, isUntouched, withVariables } from './variables.ts';

/** Where an entry comes from: its template, if that is known, and what it put for its variables. */
export interface Origin {
  readonly template: Pick<Template | OwnTemplate, 'title' | 'sections'> | undefined;
  readonly names: LetterNames;
}

/**
 * A template with the sections of an entry: what stands above the writing and what it was given to
 * tick or rate, never the writing itself, and never the name of the person it was written to.
 */
export function templateFrom(
  entry: Pick<Entry, 'title' | 'kind' | 'step' | 'document'>,
  origin: Origin,
): OwnTemplateDraft {
  const title = asChanged(origin, entry.title.trim(), origin.template?.title);
  const sections = childrenOf(entry.document.root).filter(isSection).slice(0, SECTIONS_MAX);
  return {
    title: cut(title, 500) || 'My template',
    step: entry.step,
    kind: entry.kind,
    purpose: '',
    sections: withOwnIds(sections.map(section => sectionFrom(section, origin))),
  };
}

const SECTIONS_MAX = 100;
const ITEMS_MAX = 200;
const ID_MAX = 64;

const cut = (text: unknown, most: number): string =>
  (typeof text === 'string' ? text : '').slice(0, most).toWellFormed();

/** What the person may have changed: as the template has it, or as they wrote it. */
const asChanged = ({ names }: Origin, text: string, given: string | undefined): string =>
  given !== undefined && isUntouched(given.trim(), text, names)
    ? given
    : withVariables(text, names);

/** What only a template says: as the template of the entry has it, or another it was copied from. */
const asGiven = ({ names }: Origin, text: unknown, given = ''): unknown => {
  if (typeof text !== 'string') return text;
  return isFrom(given, text) ? given : withVariables(text, names);
};

function sectionFrom(section: SectionNodeJson, origin: Origin): OwnSection {
  const spec = origin.template?.sections.find(({ id }) => id === section.sectionId);
  const type = SectionType.safeParse(section.sectionType);
  return {
    id: cut(section.sectionId, ID_MAX) || 'section',
    heading: cut(asChanged(origin, headingOf(section), spec?.heading), 500),
    prompt: cut(asGiven(origin, section.prompt, spec?.prompt), 4000),
    hint: cut(asGiven(origin, section.hint, spec?.hint), 4000),
    starter: cut(asGiven(origin, section.starter, spec?.starter), 4000),
    type: type.success ? type.data : 'text',
    private: section.private,
    items: section.sectionType === 'checklist' ? itemsIn(section, origin, spec?.items) : [],
    ...scaleEndsIn(section),
  };
}

/** Sections that were copied within a letter carry the same id; a template names each once. */
function withOwnIds(sections: readonly OwnSection[]): OwnSection[] {
  const taken = new Set<string>();
  return sections.map(section => {
    let id = section.id;
    for (let again = 2; taken.has(id); again += 1) {
      id = `${section.id.slice(0, ID_MAX - 4)}-${again}`;
    }
    taken.add(id);
    return { ...section, id };
  });
}

const itemsIn = (node: DocumentNode, origin: Origin, given: readonly string[] = []): string[] =>
  nodesOf(node, 'listitem')
    .map(item => childrenOf(item).filter(({ type }) => type !== 'list'))
    .map(words => words.map(inlineText).join('').trim())
    .map(item => {
      const same = given.find(each => isUntouched(each.trim(), item, origin.names));
      return cut(same ?? withVariables(item, origin.names), 1000);
    })
    .filter(item => item !== '')
    .slice(0, ITEMS_MAX);

type ScaleEnds = Pick<OwnSection, 'min' | 'max' | 'minLabel' | 'maxLabel'>;

function scaleEndsIn(section: SectionNodeJson): ScaleEnds {
  const scale = nodesOf(section, 'scale')[0];
  const min = OwnSection.shape.min.safeParse(scale?.['min']);
  const max = OwnSection.shape.max.safeParse(scale?.['max']);
  return {
    min: min.success ? min.data : SCALE_DEFAULTS.min,
    max: max.success ? max.data : SCALE_DEFAULTS.max,
    minLabel: cut(scale?.['minLabel'], 200),
    maxLabel: cut(scale?.['maxLabel'], 200),
  };
}

const nodesOf = (node: DocumentNode, type: string): readonly DocumentNode[] =>
  childrenOf(node).flatMap(child => [
    ...(child.type === type ? [child] : []),
    ...nodesOf(child, type),
  ]);
