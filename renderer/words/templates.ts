import type { SectionType, Side } from '#shared/domain/template.ts';

interface Named {
  readonly label: string;
  /** One line about it. */
  readonly note: string;
}

/** What each type of section is. */
export const sectionTypes: Readonly<Record<SectionType, Named>> = {
  text: { label: 'Text', note: 'Ordinary writing, as long as it needs to be.' },
  'feeling-statement': {
    label: '“I feel” statement',
    note: 'When, I feel, because I need, I would like: a line for each.',
  },
  feelings: { label: 'Feelings', note: 'Words from the wheel or the list, or your own.' },
  checklist: { label: 'Check list', note: 'Lines to tick off, with the first ones given here.' },
  commitments: {
    label: 'Commitments',
    note: 'Who does what, by when, and how it would be noticed.',
  },
  scale: { label: 'Scale', note: 'One number between two ends that you name.' },
  date: { label: 'Date', note: 'One day, in words or numbers.' },
  points: { label: 'Points and answers', note: 'What was heard, with a reply beside each point.' },
};

export const galleryWords = {
  search: 'Search templates',
  searchPlaceholder: 'Title, purpose or section',
  step: 'Step',
  everyStep: 'Every step',
  ownOnly: 'My own',
  stepOf: (id: number, title: string) => `${id}  ${title}`,
  sides: 'Sides',
  mySide: 'My side',
  bothSides: 'Both sides',
  own: 'My own',
  ofStep: (id: number, title: string) => `Step ${id}: ${title}`,
  found: 'Found',
  foundCount: (n: number) =>
    n === 0 ? 'No template found' : `${n} ${n === 1 ? 'template' : 'templates'} found`,
  nothing: 'No template has these words here.',
  noneOwn:
    'You have no templates of your own yet. Make one from any letter with “Make a template of this”, or begin with an empty one.',
  everywhere: 'Look everywhere',
  forSide: {
    'caused-harm': 'for the one who caused harm',
    'was-hurt': 'for the one who was hurt',
  } satisfies Record<Side, string>,
  forBoth: 'for both sides',
  minutes: (n: number) => `about ${n} minutes`,
  ownLine: (step: string | null) => (step === null ? 'My own' : `My own · ${step}`),
  noSections: 'It has no sections.',
  privateSection: 'only for you',
  areas: 'Then one part for each area you choose:',
  create: 'New template',
  edit: 'Edit',
  duplicate: 'Duplicate',
  makeOwn: 'Make my own version',
  delete: 'Delete',
} as const;

export const templateWords = {
  newTitle: 'New template',
  editTitle: 'Edit template',
  copyOf: (title: string, n: number) => (n === 1 ? `${title} (copy)` : `${title} (copy ${n})`),
  /** What `copyOf` put after a title. */
  copyMark: / \(copy(?: \d+)?\)$/,
  ownVersionOf: (title: string) => `${title} (my version)`,
  untitled: 'Template without a name',

  parts: 'Parts of the template',
  partsHint: 'Arrow keys choose, Alt Shift and an arrow key move, Delete removes.',
  about: 'About it',
  aboutNote: 'Name, step and purpose',
  addSection: 'Add a section',
  newSection: 'New section',
  noHeading: 'Without a heading',
  noSections: 'No sections yet. A letter from it then begins with a blank page.',
  sectionOf: (place: number, of: number) => `Section ${place} of ${of}`,
  moveUp: 'Move up',
  moveDown: 'Move down',
  duplicate: 'Duplicate section',
  remove: 'Remove section',
  removed: (heading: string) => `“${heading}” removed`,
  moved: (heading: string, place: number, of: number) =>
    `“${heading}” is now section ${place} of ${of}`,

  title: 'Name',
  step: 'Step',
  noStep: 'No step',
  kind: 'Kind',
  kindHint: 'A letter begins with “Dear …”.',
  purpose: 'What it is for',
  purposeHint: 'Shown in the list of templates.',

  heading: 'Heading',
  type: 'Type',
  prompt: 'Prompt',
  promptHint: 'Stands above the writing. It is never part of the letter.',
  hint: 'Hint',
  hintHint: 'A quieter line below the prompt.',
  starter: 'Words to begin with',
  starterHint: 'Offered in an empty section, and taken only if you wish.',
  items: 'First lines of the list',
  itemsHint: 'One on each line.',
  min: 'From',
  max: 'To',
  minLabel: 'What the low end means',
  maxLabel: 'What the high end means',
  private: 'Only for me',
  privateHint: 'Stays out of every printed and shared copy.',

  insert: 'Insert',
  variables: [
    { text: '{date}', note: 'today' },
    { text: '{my name}', note: 'yours' },
    { text: '{their name}', note: 'theirs' },
  ],
  variablesNote: 'Filled in when a letter begins:',

  save: 'Save template',
  problems: {
    noTitle: 'Give it a name, so that you can find it again.',
    tooLong: (most: number, length: number) =>
      `There is room for ${most.toLocaleString('en')} characters. This has ${length.toLocaleString('en')}.`,
    tooManyItems: (most: number, lines: number) =>
      `There is room for ${most} lines. These are ${lines.toLocaleString('en')}.`,
    longItem: (line: number, most: number) =>
      `Line ${line} is longer than ${most.toLocaleString('en')} characters.`,
    notANumber: 'Use a whole number from 0 to 100.',
    endsCrossed: 'This has to be more than the low end.',
    tooManySections: (most: number) => `There is room for ${most} sections.`,
  },

  toast: {
    changed: 'Template changed',
    made: 'Template made',
    duplicated: 'Template duplicated',
    deleted: 'Template deleted',
  },
} as const;
