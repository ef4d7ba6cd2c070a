import {
  emptyDocument,
  paragraphOf,
  textOf,
  type Document,
  type DocumentNode,
  type SectionNodeJson,
} from './document.ts';
import type { SectionSpec, Template } from './template.ts';

/**
 * The first document of an entry: for a letter its salutation, then one section for each of the
 * template's, then an empty paragraph for the sign-off. Prompts, hints and starters travel as data
 * of their section, never as text. `null` gives a blank page.
 */
export function composeLetter(
  template: Template | null,
  { personName }: { readonly personName: string },
): Document {
  if (template === null) return emptyDocument();
  const salutation = template.kind === 'letter' ? [salutationFor(personName)] : [];
  const sections = template.sections.map(composeSection);
  return {
    version: 1,
    root: {
      type: 'root',
      version: 1,
      children: [...salutation, ...sections, paragraphOf('')],
    },
  };
}

function salutationFor(personName: string): DocumentNode {
  const name = personName.trim();
  return {
    type: 'salutation',
    version: 1,
    children: name === '' ? [] : [textOf(`Dear ${name},`)],
  };
}

function composeSection(spec: SectionSpec): SectionNodeJson {
  return {
    type: 'section',
    version: 1,
    sectionId: spec.id,
    sectionType: spec.type,
    prompt: spec.prompt,
    hint: spec.hint,
    starter: spec.starter ?? '',
    private: spec.private ?? false,
    promptHidden: false,
    children: [
      { type: 'section-heading', version: 1, children: [textOf(spec.heading)] },
      { type: 'section-body', version: 1, children: [bodyOf(spec)] },
    ],
  };
}

function bodyOf({ type, items = [] }: SectionSpec): DocumentNode {
  return type === 'checklist' && items.length > 0 ? checkListOf(items) : paragraphOf('');
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
      children: [textOf(item)],
    })),
  };
}
