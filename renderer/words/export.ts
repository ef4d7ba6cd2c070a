import type { Audience, PassageMark } from '#shared/domain/audience.ts';
import type {
  ExportFormat,
  KeptBackReason,
  OneByOne,
  Receipt,
  Removal,
} from '#shared/domain/export.ts';

const count = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

const letters = (n: number): string => count(n, 'piece of writing', 'pieces of writing');

const whose = (person: string): string => (person === '' ? 'the other person' : person);

const FORMATS = {
  pdf: 'PDF',
  docx: 'Word',
  markdown: 'Markdown',
  html: 'Web page (HTML)',
  text: 'Plain text',
  json: 'JSON',
} as const satisfies Record<ExportFormat, string>;

/** Words for what leaves the app: what, for whom, as what, and what became of it. */
export const exportWords = {
  open: 'Export…',
  openStep: (step: string) => `Export what was written for: ${step}`,
  openJourney: 'Export this journey…',
  notSaved: 'Not exported: the last words could not be saved',
  title: 'Export',
  export: 'Export…',

  what: {
    label: 'What',
    letter: 'This letter',
    entries: 'Chosen letters',
    step: 'A step',
    journey: 'A journey',
    days: 'Some days',
    everything: 'Everything',
  },
  step: 'Step',
  ofJourney: 'Journey',
  allJourneys: 'All journeys',
  from: 'From',
  to: 'To',
  noDays: 'The first day comes after the last.',
  find: 'Find a letter',
  list: 'Letters to choose from',
  chosen: (n: number) => (n === 0 ? 'None is chosen.' : `${letters(n)} chosen.`),
  moreToFind: (n: number) => `${letters(n)} more: type a part of the title to find them.`,

  forWhom: {
    label: 'For whom',
    of: (audience: Audience, person: string) =>
      ({
        'for-me': 'For me',
        'for-counsellor': 'For my counsellor',
        'for-partner': `For ${whose(person)}`,
      })[audience],
    notes: {
      'for-me': 'Everything, also the private parts.',
      'for-counsellor': 'The private parts stay out.',
      'for-partner': 'Only what everyone may read.',
    } satisfies Record<Audience, string>,
    withPrivate: 'Add the private parts',
    withPrivateHint: 'Details marked as not needed stay out in any case.',
    sealed: 'Only those who know the passphrase can open this copy.',
  },

  as: {
    label: 'As',
    formats: FORMATS,
    notes: {
      pdf: 'As it is on paper',
      docx: 'To go on writing elsewhere',
      markdown: 'Text with simple marks; pictures beside it',
      html: 'One file for any browser',
      text: 'Words only',
      json: 'For programs; your own copy keeps everything',
    } satisfies Record<ExportFormat, string>,
    bundle: 'Several files',
    folder: 'In a folder',
    zip: 'In a zip file',
  },
  headings: 'Section headings',
  date: 'Date',
  salutation: 'Salutation',
  titles: 'Use the titles',
  titlesHint: 'In the names of files and in the text. Without this, neither says what it is about.',
  seal: 'Protect with a passphrase',
  sealHint: 'One file that opens with the passphrase only.',
  sealFirst: 'Passphrase for this file',
  sealAgain: 'The same passphrase again',
  sealOpens:
    'The receiver opens it with the passphrase, in Amends or with age, a free program (age-encryption.org). Tell them the passphrase by another way than the file. If it is forgotten, nobody can open this copy.',

  preview: 'What goes, and what stays',
  goes: 'Goes along:',
  going: 'What goes',
  nobodyChosen: 'Choose who it is for. Then you see here exactly what goes, and what does not.',
  nothingChosen: 'Nothing is chosen yet.',
  nothing: 'Nothing of this goes into this copy.',
  nothingThere: 'There is no writing here.',
  looking: 'Looking what goes…',
  counts: (n: { entries: number; files: number; words: number; pictures: number }) =>
    [
      letters(n.entries),
      count(n.words, 'word', 'words'),
      n.pictures > 0 && count(n.pictures, 'picture', 'pictures'),
      count(n.files, 'file', 'files'),
    ]
      .filter(part => part !== false)
      .join(' · '),
  removals: (n: number) =>
    n === 0
      ? 'All that is written in it goes along.'
      : `${count(n, 'passage stays', 'passages stay')} here, each named below.`,
  size: (words: number, fileName: string, isSealed: boolean) =>
    `${count(words, 'word', 'words')} · ${fileName}${isSealed ? '.age' : ''}`,
  more: (n: number) => `Show ${letters(n)} more`,
  staysHere: 'Stays here:',
  removal: (what: Removal['what'], section: string) => {
    const name = { section: 'Section', passage: 'A passage', words: 'Some words' }[what];
    if (section === '') return name;
    return what === 'section' ? `${name} “${section}”` : `${name} in “${section}”`;
  },
  why: {
    counsellor: 'only for you and your counsellor',
    private: 'only for you',
    'not-needed': 'details not needed',
    help: 'helps to write, and is no part of the letter',
  } satisfies Record<PassageMark | 'help', string>,
  empty: 'Nothing is written in it.',
  showAll: 'Show all of it',
  showLess: 'Show less',
  oneByOne: {
    'never-send': 'Written not to be sent',
    sealed: 'Sealed to cool off',
  } satisfies Record<OneByOne, string>,
  oneByOneHint: 'Each goes along only if you tick it yourself.',
  sealedNote:
    'You put these away, and their titles stay hidden here. A copy can be read at once, by whoever has it.',
  keptBack: 'Does not go along',
  keptBackWhy: {
    'never-send': 'written not to be sent',
    sealed: 'sealed to cool off',
    'counsellor-only': 'for work with a counsellor',
    'nothing-left': 'nothing of it may be in this copy',
    'nothing-written': 'nothing is written in it',
    unreadable: 'its text cannot be read',
  } satisfies Record<KeptBackReason, string>,
  unreadableHint: 'What cannot be read here may still be whole in a backup.',

  running: 'Exporting',
  place: 'Choose a place for it in the window that opened.',
  progress: (done: number, total: number) => `${done.toLocaleString('en')} of ${letters(total)}`,
  stop: 'Cancel',
  stopping: 'Taking it back…',
  cancelled: 'Cancelled. Nothing was written.',

  done: 'It is written',
  written: (entries: number, files: number) =>
    `${letters(entries)}, ${count(files, 'file', 'files')}:`,
  notLocked: 'This copy is not locked. Think about where you keep it, and who could find it.',
  noReceipt: 'That this was exported could not be noted in your vault.',
  another: 'Export something else',

  receipts: {
    title: 'What was let out',
    lead: 'When something left the app, for whom, and as what. None of the words are noted, and a copy that is out can not be taken back.',
    none: 'Nothing was let out yet.',
    back: 'Back',
    audience: {
      'for-me': 'for me',
      'for-counsellor': 'for my counsellor',
      'for-partner': 'for the other person',
    } satisfies Record<Audience, string>,
    format: (format: Receipt['format'], isSealed: boolean) => {
      const name = format === 'paper' ? 'on paper' : FORMATS[format];
      return isSealed ? `${name}, with a passphrase` : name;
    },
    andMore: (n: number) => `and ${letters(n)} more`,
    erased: (n: number) => `${letters(n)} erased since`,
    letters,
  },
} as const;
