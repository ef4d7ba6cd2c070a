import { templates } from '#shared/content/templates.ts';
import { composeLetter } from '#shared/domain/compose-letter.ts';
import {
  childrenOf,
  isSection,
  paragraphOf,
  type Document,
  type DocumentNode,
} from '#shared/domain/document.ts';

const WORDS_PER_PARAGRAPH = 50;
const WORDS =
  'I said that you had not seen what was there and I let you think it was your doing for weeks'.split(
    ' ',
  );

/** A paragraph of the letter, different for each index. */
const paragraph = (index: number): string =>
  Array.from(
    { length: WORDS_PER_PARAGRAPH },
    (_, place) => WORDS[(place * 7 + index * 3 + ((place * index) % 5)) % WORDS.length],
  ).join(' ');

/** A letter of acknowledgment of about so many words, its prompts shown. */
export function longLetter(words: number): Document {
  const [template] = templates;
  if (template === undefined) throw new Error('there is no template');
  const { root } = composeLetter(template, { personName: 'M.', myName: '', date: '' });
  const written = childrenOf(root).filter(node => isSection(node) && !isChecklist(node));
  const each = Math.ceil(words / WORDS_PER_PARAGRAPH / written.length);
  const children = childrenOf(root).map(node =>
    written.includes(node) ? filled(node, written.indexOf(node) * each, each) : node,
  );
  return { version: 1, root: { ...root, children } };
}

const SECTIONS_OF_LARGE = 40;
const WORDS_OF_LARGE = 10_000;

/** The longest letter to be expected: 40 sections and 10,000 words, with all their prompts. */
export function largeLetter(): Document {
  const [template] = templates;
  if (template === undefined) throw new Error('there is no template');
  const { root } = composeLetter(template, { personName: 'M.', myName: '', date: '' });
  const models = childrenOf(root).filter(node => isSection(node) && !isChecklist(node));
  const each = WORDS_OF_LARGE / SECTIONS_OF_LARGE / WORDS_PER_PARAGRAPH;
  const sections = Array.from({ length: SECTIONS_OF_LARGE }, (_, index) => {
    const model = models[index % models.length];
    if (model === undefined) throw new Error('there is no section to write in');
    return filled({ ...model, sectionId: `part-${index}` }, index * each, each);
  });
  const children = [...childrenOf(root).filter(({ type }) => type === 'salutation'), ...sections];
  return { version: 1, root: { ...root, children: [...children, paragraphOf('Yours')] } };
}

/** The letter that the address of a page of the bench asks for. */
export const letterAsked = (): Document =>
  location.hash === '#large' ? largeLetter() : longLetter(5000);

/** The same text as plain paragraphs, one for each block. */
export const blocksOf = (node: DocumentNode): string[] => {
  const children = childrenOf(node);
  return children.every(({ text }) => typeof text === 'string')
    ? [children.map(({ text }) => String(text)).join('')]
    : children.flatMap(blocksOf);
};

const isChecklist = (node: DocumentNode): boolean => node['sectionType'] === 'checklist';

function filled(section: DocumentNode, first: number, count: number): DocumentNode {
  const [heading, body] = childrenOf(section);
  const paragraphs = Array.from({ length: count }, (_, index) =>
    paragraphOf(paragraph(first + index)),
  );
  return { ...section, children: [heading, { ...body, children: paragraphs }] as DocumentNode[] };
}
