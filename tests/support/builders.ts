import {
  blockOfParts,
  type CommitmentStatus,
  type PartOf,
  type PictureNodeJson,
} from '#shared/domain/blocks.ts';
import { Day } from '#shared/domain/day.ts';
import { paragraphOf, textOf, type Document, type DocumentNode } from '#shared/domain/document.ts';
import type { Draft, Entry } from '#shared/domain/entry.ts';
import type { PictureType } from '#shared/domain/picture.ts';

/** A document of paragraphs, one for each line. */
export const documentOf = (text: string): Document =>
  documentWith(text.split('\n').map(paragraphOf));

/** A document with these blocks. */
export const documentWith = (children: readonly DocumentNode[]): Document => ({
  version: 1,
  root: { type: 'root', version: 1, children },
});

/** A node of any type; a string among its children is a text node. */
export const aNode = (
  type: string,
  children: readonly (DocumentNode | string)[],
  fields: Readonly<Record<string, unknown>> = {},
): DocumentNode => ({
  ...fields,
  type,
  version: 1,
  children: children.map(child => (typeof child === 'string' ? textOf(child) : child)),
});

interface SectionParts {
  readonly heading: string;
  readonly body: readonly DocumentNode[];
  readonly isPrivate?: boolean;
  readonly sectionType?: string;
}

/** A section as the editor writes it. */
export const aSection = ({
  heading,
  body,
  isPrivate = false,
  sectionType = 'text',
}: SectionParts): DocumentNode =>
  aNode('section', [aNode('section-heading', [heading]), aNode('section-body', body)], {
    sectionId: 'account',
    sectionType,
    prompt: 'Describe what you did in plain facts.',
    hint: 'Leave the reasons out.',
    starter: 'This is what I did: ',
    private: isPrivate,
    promptHidden: false,
  });

/** A check list; a leading `x ` ticks an item. */
export const aCheckList = (items: readonly string[]): DocumentNode =>
  aNode(
    'list',
    items.map((item, index) =>
      aNode('listitem', [item.replace(/^x /, '')], {
        checked: item.startsWith('x '),
        value: index + 1,
      }),
    ),
    { listType: 'check', start: 1, tag: 'ul' },
  );

/** A section with an id of its own. */
export const withId = (section: DocumentNode, sectionId: string): DocumentNode => ({
  ...section,
  sectionId,
});

/** A commitment as the editor writes it. */
export const aCommitment = (
  texts: Partial<Record<PartOf<'commitment'>, string>>,
  status: CommitmentStatus = 'open',
): DocumentNode => ({ ...blockOfParts('commitment', texts), status });

/** A picture in a letter; its id is 64 times one hex digit. */
export const aPicture = (digit: string, fields: Partial<PictureNodeJson> = {}): DocumentNode => ({
  type: 'picture',
  version: 1,
  picture: digit.repeat(64),
  description: '',
  width: 100,
  naturalWidth: 40,
  naturalHeight: 30,
  children: [],
  ...fields,
});

/** An entry by itself, in no journey. */
export const anEntry = (fields: Partial<Entry> & Pick<Entry, 'id'>): Entry => ({
  kind: 'journal',
  journeyId: null,
  templateId: null,
  step: null,
  title: 'A letter',
  writtenOn: Day.parse('2026-05-17'),
  document: documentOf(''),
  version: 1,
  createdAt: 0,
  updatedAt: 0,
  ...fields,
});

/** The smallest bytes that pass for a picture of each type; the text makes them its own. */
export const pictureBytes = (mediaType: PictureType, text = ''): Uint8Array<ArrayBuffer> => {
  const head = {
    'image/png': '89504e470d0a1a0a',
    'image/jpeg': 'ffd8ff',
    'image/webp': '524946460000000057454250',
  }[mediaType];
  return new Uint8Array(Buffer.concat([Buffer.from(head, 'hex'), Buffer.from(text)]));
};

/** Text with Lexical's format bits. */
export const formatted = (text: string, format: number): DocumentNode => ({
  ...textOf(text),
  format,
});

/** The draft that the editor would send for an entry that was just opened. */
export const draftOf = (entry: Entry): Draft => ({
  id: entry.id,
  baseVersion: entry.version,
  seq: 1,
  title: entry.title,
  writtenOn: entry.writtenOn,
  document: entry.document,
});
