import type { ImportLoss, ImportPreview, ImportProblemReason } from '#shared/domain/import.ts';

const count = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

const pieces = (n: number): string => count(n, 'piece of writing', 'pieces of writing');

/** Words for writing that comes in from files. */
export const importWords = {
  title: 'Import writing',
  button: 'Import writing…',
  prefsLabel: 'Writing from elsewhere',

  lead: 'Bring in what you wrote elsewhere. You see what was found before anything is taken in. The files stay as they are, and nothing that is here is changed. What is dropped on the window is not read: choose it with the buttons below.',
  kinds: [
    'Plain text, Markdown, web pages (HTML) and Word documents',
    'Day One, Mini Diary and jrnl, as JSON',
    'What Amends exported as JSON, pictures included',
    'Zip files of these, and files protected with a passphrase (age)',
  ],
  kindsTitle: 'What can be read',
  /** After files were dropped where nothing takes them. */
  dropped: {
    files: {
      title: 'Amends reads only files that you choose',
      description: '“Import writing…” in the File menu asks for them.',
    },
    pictures: {
      title: 'A picture goes into a letter',
      description: 'Open the letter, and drop it on its text.',
    },
  },

  chooseFiles: 'Choose files…',
  chooseFolder: 'Choose a folder…',

  reading: (done: number, total: number) =>
    `Reading file ${Math.min(done + 1, total).toLocaleString('en')} of ${total.toLocaleString('en')}…`,
  progress: 'Files that were read',
  readingNote: (entries: number) => `Found so far: ${pieces(entries)}.`,

  sealedTitle: (name: string) => `${name} is protected`,
  sealedNote:
    'Type the passphrase that it was protected with. It is not the one of your vault, unless you chose the same.',
  sealedLabel: 'Passphrase of this file',
  sealedWrong: 'That passphrase does not open this file. Type it again, or leave the file out.',
  sealedOpen: 'Open',
  sealedSkip: 'Leave it out',

  nothingFound: 'Nothing was found that could be taken in.',
  found: ({ entries, words: n, pictures }: ImportPreview['counts']) =>
    `${pieces(entries)}, ${count(n, 'word', 'words')}${pictures === 0 ? '' : `, ${count(pictures, 'picture', 'pictures')}`}.`,
  list: 'What was found',
  more: (n: number) => `And ${n.toLocaleString('en')} more.`,
  untitled: 'Untitled',
  here: 'Here already',
  skipHere: (n: number) =>
    n === 1
      ? 'Leave out the one that is here already'
      : `Leave out the ${n.toLocaleString('en')} that are here already`,
  skipHereNote: 'The same title, day and words, to the last mark, are in this vault.',
  place: 'Where it goes',
  placeNone: 'No journey',
  placeAsItWas: 'Where it was before',
  placeAsItWasNote: (n: number) =>
    n === 0
      ? 'Each in the journey it was in.'
      : `Each in the journey it was in. ${count(n, 'journey', 'journeys')} will be begun for it.`,

  lossesTitle: 'What will not come along',
  losses: {
    picture: n => `${count(n, 'picture', 'pictures')}; what they were called stays`,
    attachment: n => count(n, 'recording or other file', 'recordings or other files'),
    tag: n => count(n, 'tag', 'tags'),
    place: n => count(n, 'place on the map', 'places on the map'),
    weather: n => count(n, 'note of the weather', 'notes of the weather'),
    detail: n => count(n, 'other detail', 'other details'),
    table: n =>
      `The lines of ${count(n, 'table', 'tables')}; the words stay, one row after the other`,
    link: n =>
      `${count(n, 'link that leads', 'links that lead')} nowhere on the web; the words stay`,
    comment: n => count(n, 'comment beside the text', 'comments beside the text'),
    margin: n => count(n, 'header or footer of the pages', 'headers and footers of the pages'),
  } satisfies Record<ImportLoss, (n: number) => string>,

  problemsTitle: (n: number) => `${count(n, 'part', 'parts')} could not be read`,
  problemsMore: (n: number) => `And ${n.toLocaleString('en')} more.`,
  problem: ({ file, member, line, entry, reason }: ImportPreview['problems'][number]): string => {
    const inside = member === '' ? file : `${member}, in ${file}`;
    const where = [
      ...(entry === null ? [] : [`entry ${entry.toLocaleString('en')}`]),
      ...(line === null ? [] : [`line ${line.toLocaleString('en')}`]),
    ].join(', ');
    return `${inside}${where === '' ? '' : ` (${where})`}: ${reasons[reason]}`;
  },

  backup: 'A backup is made first.',
  take: (n: number) => `Take in ${pieces(n)}`,
  taking: 'Taking it in…',
  again: 'Choose others',

  doneTitle: 'It is here',
  done: (entries: number, pictures: number) =>
    `${pieces(entries)}${pictures === 0 ? '' : ` and ${count(pictures, 'picture', 'pictures')}`} ${entries === 1 && pictures === 0 ? 'was' : 'were'} taken in.`,
  skipped: (n: number) =>
    `${n === 1 ? 'One was' : `${n.toLocaleString('en')} were`} left out, for the same letter is here.`,
  filesStay:
    'The files lie where they were, and are not locked: whoever uses this computer can open them. Delete them yourself if that is safer for you.',
  undo: 'Undo the import',
  undoNote: 'Undo moves all of it to Recently deleted.',
  undone: 'The import was undone.',
  show: 'Show all writing',
};

const reasons: Readonly<Record<ImportProblemReason, string>> = {
  unreadable: 'it could not be opened.',
  unknownKind: 'this kind of file is not known here.',
  tooLarge: 'it is larger than 200 MB.',
  tooMuch: 'this is more than one import can hold. Import the rest by itself.',
  damaged: 'it is damaged, or ends too early.',
  tooDeep: 'it is nested too deeply to be writing.',
  letterTooLong: 'it is longer than a letter can be. Divide it, and import the parts.',
  zipTooLarge: 'it unpacks to far more than it should.',
  zipTooMany: 'there are more than 10,000 files in it. Unpack it, and import the folder.',
  encrypted: 'it is locked inside the zip file.',
  newerVersion: 'a newer version of Amends wrote it.',
  empty: 'there are no words in it.',
  sealed: 'it is protected with a passphrase, and was left out.',
  tooSlow: 'reading it took too long or too much memory.',
};
