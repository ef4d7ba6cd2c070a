import { SCALE_DEFAULTS } from './blocks.ts';
import { childrenOf, isSection, type DocumentNode, type SectionNodeJson } from './document.ts';
import type { Entry } from './entry.ts';
import { headingOf, inlineText } from './projection.ts';
import { OwnSection, SectionType, type OwnTemplateDraft } from './template.ts';

/**
 * A template with the sections of an entry: what stands above the writing and what it was given to
 * tick or rate, never the writing itself.
 */
export function templateFrom(
  entry: Pick<Entry, 'title' | 'kind' | 'step' | 'document'>,
): OwnTemplateDraft {
  const sections = childrenOf(entry.document.root).filter(isSection).slice(0, SECTIONS_MAX);
  return {
    title: cut(entry.title.trim(), 500) || 'My template',
    step: entry.step,
    kind: entry.kind,
    purpose: '',
    sections: withOwnIds(sections.map(sectionFrom)),
  };
}

const SECTIONS_MAX = 100;
const ITEMS_MAX = 200;
const ID_MAX = 64;

const cut = (text: unknown, most: number): string =>
  (typeof text === 'string' ? text : '').slice(0, most).toWellFormed();

function sectionFrom(section: SectionNodeJson): OwnSection {
  const type = SectionType.safeParse(section.sectionType);
  return {
    id: cut(section.sectionId, ID_MAX) || 'section',
    heading: cut(headingOf(section), 500),
    prompt: cut(section.prompt, 4000),
    hint: cut(section.hint, 4000),
    starter: cut(section.starter, 4000),
    type: type.success ? type.data : 'text',
    private: section.private,
    items: section.sectionType === 'checklist' ? itemsIn(section) : [],
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

const itemsIn = (node: DocumentNode): string[] =>
  nodesOf(node, 'listitem')
    .map(item => childrenOf(item).filter(({ type }) => type !== 'list'))
    .map(words => cut(words.map(inlineText).join('').trim(), 1000))
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
