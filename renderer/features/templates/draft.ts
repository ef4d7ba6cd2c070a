import { SCALE_DEFAULTS } from '#shared/domain/blocks.ts';
import {
  OWN_TEMPLATE_ROOM as ROOM,
  type OwnSection,
  type OwnTemplateDraft,
} from '#shared/domain/template.ts';
import { templateWords } from '../../words/templates.ts';

/** A section as its fields hold it: what is typed there may not be right yet. */
export interface SectionDraft extends Omit<OwnSection, 'items' | 'min' | 'max'> {
  /** One item on each line. */
  readonly items: string;
  readonly min: string;
  readonly max: string;
}

/** A template as its fields hold it. */
export interface TemplateDraft extends Omit<OwnTemplateDraft, 'sections'> {
  readonly sections: readonly SectionDraft[];
}

/** The fields of a template, or empty ones for a new one. */
export function draftOf(template?: OwnTemplateDraft): TemplateDraft {
  return {
    title: template?.title ?? '',
    step: template?.step ?? null,
    kind: template?.kind ?? 'letter',
    purpose: template?.purpose ?? '',
    sections: (template?.sections ?? []).map(section => ({
      ...section,
      items: section.items.join('\n'),
      min: String(section.min),
      max: String(section.max),
    })),
  };
}

/** A section in which nothing stands yet. */
export const emptySection = (): SectionDraft => ({
  id: crypto.randomUUID(),
  heading: '',
  prompt: '',
  hint: '',
  starter: '',
  type: 'text',
  private: false,
  items: '',
  min: String(SCALE_DEFAULTS.min),
  max: String(SCALE_DEFAULTS.max),
  minLabel: '',
  maxLabel: '',
});

/** What the fields say. Ends of a scale that are no numbers become the usual ones. */
export const templateIn = (draft: TemplateDraft): OwnTemplateDraft => ({
  title: draft.title.trim(),
  step: draft.step,
  kind: draft.kind,
  purpose: draft.purpose.trim(),
  sections: draft.sections.map(section => {
    const ends = endsOf(section);
    return {
      ...section,
      heading: section.heading.trim(),
      items: linesOf(section.items),
      min: ends?.min ?? SCALE_DEFAULTS.min,
      max: ends?.max ?? SCALE_DEFAULTS.max,
    };
  }),
});

/** What a lock, which can not ask, keeps of the fields: all for which the vault has room, and a name. */
export function keptTemplateIn(draft: TemplateDraft): OwnTemplateDraft {
  const template = templateIn(draft);
  return {
    ...template,
    title: cut(template.title, ROOM.name) || templateWords.untitled,
    purpose: cut(template.purpose, ROOM.text),
    sections: template.sections.slice(0, ROOM.sections).map(section => ({
      ...section,
      heading: cut(section.heading, ROOM.name),
      prompt: cut(section.prompt, ROOM.text),
      hint: cut(section.hint, ROOM.text),
      starter: cut(section.starter, ROOM.text),
      items: section.items.slice(0, ROOM.items).map(item => cut(item, ROOM.item)),
      minLabel: cut(section.minLabel, ROOM.label),
      maxLabel: cut(section.maxLabel, ROOM.label),
    })),
  };
}

const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).toWellFormed();

/** The lines that say something. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');

/** A whole number from 0 to 100, or undefined. */
export const endIn = (text: string): number | undefined =>
  /^\s*(?:100|\d{1,2})\s*$/.test(text) ? Number(text) : undefined;

function endsOf({ min, max }: SectionDraft): { min: number; max: number } | undefined {
  const [low, high] = [endIn(min), endIn(max)];
  return low === undefined || high === undefined || low >= high
    ? undefined
    : { min: low, max: high };
}

/** Whether the fields say something else than before. */
export const hasChanged = (draft: TemplateDraft, first: TemplateDraft): boolean =>
  JSON.stringify(draft) !== JSON.stringify(first);

type Sections = readonly SectionDraft[];

const placeOf = (sections: Sections, id: string): number =>
  sections.findIndex(section => section.id === id);

export const changeSection = (
  sections: Sections,
  id: string,
  change: Partial<SectionDraft>,
): Sections => sections.map(section => (section.id === id ? { ...section, ...change } : section));

/** Puts a section where another stands; `place` counts without the one that moves. */
export function moveSection(sections: Sections, id: string, place: number): Sections {
  const section = sections.find(each => each.id === id);
  if (section === undefined) return sections;
  const others = sections.filter(each => each !== section);
  return insertSection(others, section, place);
}

/** Moves a section by one place or more, as far as there is room. */
export const moveSectionBy = (sections: Sections, id: string, by: number): Sections =>
  moveSection(sections, id, placeOf(sections, id) + by);

export function insertSection(sections: Sections, section: SectionDraft, place: number): Sections {
  const at = Math.max(0, Math.min(place, sections.length));
  return [...sections.slice(0, at), section, ...sections.slice(at)];
}

/** A copy of a section right below it. */
export function duplicateSection(sections: Sections, id: string, copyId: string): Sections {
  const place = placeOf(sections, id);
  const section = sections[place];
  return section === undefined
    ? sections
    : insertSection(sections, { ...section, id: copyId }, place + 1);
}

/** A section that was taken out, and where it stood. */
export interface Removed {
  readonly section: SectionDraft;
  readonly place: number;
}

/** Takes a section out; undefined when it is not there. */
export function removeSection(
  sections: Sections,
  id: string,
): { readonly sections: Sections; readonly removed: Removed } | undefined {
  const place = placeOf(sections, id);
  const section = sections[place];
  if (section === undefined) return undefined;
  return { sections: sections.filter(each => each !== section), removed: { section, place } };
}
