import { templateWords } from '../../words/templates.ts';
import { endIn, linesOf, type SectionDraft, type TemplateDraft } from './draft.ts';

const words = templateWords.problems;

/** The room for each text, where the person can still be asked to shorten it. */
const ROOM = { title: 500, purpose: 4000, sections: 100, items: 200, item: 1000 } as const;

const SECTION_ROOM = {
  heading: 500,
  prompt: 4000,
  hint: 4000,
  starter: 4000,
  minLabel: 200,
  maxLabel: 200,
} as const;

export type AboutProblems = { readonly [K in 'title' | 'purpose' | 'sections']?: string };
export type SectionProblems = { readonly [K in keyof SectionDraft]?: string };

/** What has to be mended about the template itself. */
export function aboutProblems(draft: TemplateDraft): AboutProblems {
  const { sections } = ROOM;
  return {
    ...tooLong('title', draft.title.trim(), ROOM.title),
    ...(draft.title.trim() === '' && { title: words.noTitle }),
    ...tooLong('purpose', draft.purpose.trim(), ROOM.purpose),
    ...(draft.sections.length > sections && { sections: words.tooManySections(sections) }),
  };
}

/** What has to be mended in a section. */
export function sectionProblems(section: SectionDraft): SectionProblems {
  const texts = Object.entries(SECTION_ROOM) as [keyof typeof SECTION_ROOM, number][];
  return Object.assign(
    {},
    ...texts.map(([field, most]) => tooLong(field, section[field], most)),
    section.type === 'checklist' ? itemProblems(section.items) : {},
    section.type === 'scale' ? endProblems(section) : {},
  );
}

function itemProblems(text: string): SectionProblems {
  const lines = linesOf(text);
  if (lines.length > ROOM.items) return { items: words.tooManyItems(ROOM.items, lines.length) };
  const long = lines.findIndex(line => line.length > ROOM.item);
  return long === -1 ? {} : { items: words.longItem(long + 1, ROOM.item) };
}

function endProblems({ min, max }: SectionDraft): SectionProblems {
  const [low, high] = [endIn(min), endIn(max)];
  return {
    ...(low === undefined && { min: words.notANumber }),
    ...(high === undefined && { max: words.notANumber }),
    ...(low !== undefined && high !== undefined && low >= high && { max: words.endsCrossed }),
  };
}

const tooLong = (field: string, text: string, most: number): Record<string, string> =>
  text.length > most ? { [field]: words.tooLong(most, text.length) } : {};

/** The part that is about the template itself; every other part is a section, by its id. */
export const ABOUT = 'about';

/** The first part in which something has to be mended; null when there is none. */
export function firstProblem(draft: TemplateDraft): string | null {
  if (Object.keys(aboutProblems(draft)).length > 0) return ABOUT;
  const wrong = draft.sections.find(each => Object.keys(sectionProblems(each)).length > 0);
  return wrong?.id ?? null;
}
