import type { PassageMark } from '#shared/domain/audience.ts';

interface Position {
  readonly index: number;
  readonly of: number;
}

/** Long headings are cut where they are only a name in a sentence. */
const NAME_LENGTH = 60;

const shortened = (heading: string): string => {
  if (heading.length <= NAME_LENGTH) return heading;
  // Never half of a sign that is written as two.
  return `${heading.slice(0, NAME_LENGTH).replace(/[\uD800-\uDBFF]$/, '')}…`;
};

const kinds: Readonly<Record<string, string>> = {
  paragraph: 'Paragraph',
  heading: 'Heading',
  quote: 'Quote',
  list: 'List',
  statement: 'Statement',
  commitment: 'Commitment',
  answer: 'Point and answer',
  ladder: 'Three drafts',
  scale: 'Scale',
  date: 'Date',
  feelings: 'Feelings',
  picture: 'Picture',
};

type Readers = PassageMark | 'everyone';

/** The words about moving, hiding and removing the parts of a letter. */
export const movingWords = {
  /** A block by the type of its node. */
  kind: (type: string) => kinds[type] ?? 'Block',
  section: 'Section',
  named: (heading: string) => `“${shortened(heading)}”`,
  moved: (name: string, { index, of }: Position) => `${name} moved: ${index} of ${of}.`,
  atTop: 'Already at the top.',
  atBottom: 'Already at the end.',
  stuck: 'This line stays where it is.',
  drag: 'Drag to move',
  cancelled: 'Left where it was.',

  actions: 'Section actions',
  up: 'Move up',
  down: 'Move down',
  readers: 'Who may read this part',
  readersTool: 'Readers',
  readersAre: {
    everyone: 'Everyone',
    counsellor: 'Only my counsellor and me',
    private: 'Only for me',
    'not-needed': 'Never for anyone else: details not needed',
  } satisfies Record<Readers, string>,
  /** At the part itself. */
  readersNote: {
    counsellor: 'Only for you and your counsellor',
    private: 'Only for you · in no copy for others',
    'not-needed': 'Details not needed · in no copy but your own',
  } satisfies Record<PassageMark, string>,
  remove: 'Remove section',
  removed: (heading: string) =>
    heading === '' ? 'Section removed' : `“${shortened(heading)}” removed`,
  readersNow: {
    everyone: 'Part of the letter for everyone.',
    counsellor: 'Only for you and your counsellor now.',
    private: 'Only for you now. It is in no copy for others.',
    'not-needed': 'Only for you now. It is in no copy but your own.',
  } satisfies Record<Readers, string>,
} as const;
