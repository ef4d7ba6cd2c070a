import { blockOfParts, lineOf, scaleOf } from './blocks.ts';
import {
  emptyDocument,
  paragraphOf,
  textOf,
  type Document,
  type DocumentNode,
  type SectionNodeJson,
} from './document.ts';
import type { OwnSection, SectionSpec } from './template.ts';

/** What a letter begins from: a shipped template, or one that the person made. */
export interface LetterPlan {
  readonly kind: string;
  readonly sections: readonly (SectionSpec | OwnSection)[];
}

/** What stands for the variables of a template. An empty value leaves its variable as it is written. */
export interface LetterNames {
  readonly personName: string;
  readonly myName: string;
  /** Today in the person's own language. */
  readonly date: string;
}

/**
 * The first document of an entry: for a letter its salutation, then one section for each of the
 * template's, then an empty paragraph for the sign-off. Prompts, hints and starters travel as data
 * of their section, never as text. `null` gives a blank page.
 */
export function composeLetter(plan: LetterPlan | null, names: LetterNames): Document {
  if (plan === null) return emptyDocument();
  const salutation = plan.kind === 'letter' ? [salutationFor(names)] : [];
  const sections = plan.sections.map(spec => composeSection(spec, names));
  return {
    version: 1,
    root: {
      type: 'root',
      version: 1,
      children: [...salutation, ...sections, paragraphOf('')],
    },
  };
}

const VARIABLES: Readonly<Record<string, keyof LetterNames>> = {
  '{date}': 'date',
  '{my name}': 'myName',
  '{their name}': 'personName',
};

/** A text of a template with its variables filled in: {date}, {my name} and {their name}. */
export const fillIn = (text: string, names: LetterNames): string =>
  text.replace(/\{(?:date|my name|their name)\}/gi, variable => {
    const key = VARIABLES[variable.toLowerCase()];
    return (key === undefined ? '' : names[key].trim()) || variable;
  });

function salutationFor({ personName }: LetterNames): DocumentNode {
  const name = personName.trim();
  return {
    type: 'salutation',
    version: 1,
    children: name === '' ? [] : [textOf(`Dear ${name},`)],
  };
}

function composeSection(spec: SectionSpec | OwnSection, names: LetterNames): SectionNodeJson {
  const filled = (text = '') => fillIn(text, names);
  return {
    type: 'section',
    version: 1,
    sectionId: spec.id,
    sectionType: spec.type,
    prompt: filled(spec.prompt),
    hint: filled(spec.hint),
    starter: filled(spec.starter),
    private: spec.private ?? false,
    promptHidden: false,
    children: [
      {
        type: 'section-heading',
        version: 1,
        children: spec.heading === '' ? [] : [textOf(filled(spec.heading))],
      },
      { type: 'section-body', version: 1, children: [bodyOf(spec, names)] },
    ],
  };
}

function bodyOf(spec: SectionSpec | OwnSection, names: LetterNames): DocumentNode {
  const { type, items = [], min, max, minLabel, maxLabel } = spec;
  switch (type) {
    case 'checklist':
      return checkListOf(items.length > 0 ? items.map(item => fillIn(item, names)) : ['']);
    case 'feeling-statement':
      return blockOfParts('statement');
    case 'commitments':
      return blockOfParts('commitment');
    case 'points':
      return blockOfParts('answer');
    case 'scale':
      return scaleOf({
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
        ...(minLabel === undefined ? {} : { minLabel }),
        ...(maxLabel === undefined ? {} : { maxLabel }),
      });
    case 'date':
    case 'feelings':
      return lineOf(type, '');
    case 'text':
      return paragraphOf('');
    default:
      return type satisfies never;
  }
}

/** A check list as Lexical 0.52 writes it. */
function checkListOf(items: readonly string[]): DocumentNode {
  return {
    type: 'list',
    version: 1,
    listType: 'check',
    start: 1,
    tag: 'ul',
    children: items.map((item, index) => ({
      type: 'listitem',
      version: 1,
      checked: false,
      value: index + 1,
      children: item === '' ? [] : [textOf(item)],
    })),
  };
}
