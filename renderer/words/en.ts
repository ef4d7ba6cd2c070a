import type { Relationship, Role } from '#shared/domain/journey.ts';

const count = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

const roles = {
  'caused-harm': 'I caused harm',
  'was-hurt': 'I was hurt',
  both: 'Both',
} as const satisfies Record<Role, string>;

const relationships = {
  partner: 'Partner',
  family: 'Family',
  friend: 'Friend',
  other: 'Someone else',
} as const satisfies Record<Relationship, string>;

/** Every word of the interface in English. Sentences for failures: `api/describe-error.ts`. */
export const words = {
  app: 'Amends',

  common: {
    cancel: 'Cancel',
    close: 'Close',
    dismiss: 'Dismiss',
    done: 'Done',
    undo: 'Undo',
    tryAgain: 'Try again',
  },

  passphrase: {
    label: 'Passphrase',
    again: 'Passphrase again',
    current: 'Current passphrase',
    next: 'New passphrase',
    nextAgain: 'New passphrase again',
    show: 'Show passphrase',
    capsLock: 'Caps Lock is on.',
    advice: 'Four or five unrelated words are easy to keep in mind and hard to guess.',
    suggest: 'Suggest five words',
    different: 'The two are not the same yet.',
    tooShort: (minimum: number) => `Use at least ${minimum} characters.`,
    strength: ['Very weak.', 'Weak.', 'Fair.', 'Good.', 'Strong.'],
    strengthNote: [
      'It would be guessed in moments.',
      'Someone who knows you could guess it.',
      'Another word or two would make it much harder to guess.',
      'This would take a very long time to guess.',
      'This is very hard to guess.',
    ],
  },

  welcome: {
    title: 'Amends',
    lines: [
      'A private place to write what needs saying after trust was broken: letters, statements and plans, in your own words and at your own pace.',
      'Everything you write stays on this computer, locked with a passphrase that only you know.',
      'Nothing is ever sent anywhere, and nobody reads what is here unless you print it or hand it over.',
    ],
    folder: 'Your writing will be kept in',
    formTitle: 'Choose a passphrase',
    warning:
      'Nobody can recover a lost passphrase for you. You will get a recovery code as the only other way in: keep it somewhere that only you can open.',
    create: 'Create vault',
    creating: 'Creating your vault…',
  },

  unlock: {
    title: 'Amends',
    locked: 'Your writing is locked.',
    unlock: 'Unlock',
    unlocking: 'Unlocking…',
    wait: (seconds: number) => `Try again in ${count(seconds, 'second', 'seconds')}`,
    doubt:
      'If you are certain of it, the key file may be damaged: that looks the same from here. Your recovery code can tell, and a backup in a second place has a key file of its own.',
    help: 'Help and safety',
  },

  introduction: {
    title: 'Who is this about?',
    lead: 'The steps and templates then fit your side of it. You can leave this out, and nothing you write depends on it.',
    name: 'Their name or initials',
    nameHint: 'It is kept in the vault and nowhere else. You may leave it empty.',
    relationship: 'They are my',
    role: 'My side of it',
    roleDetail: {
      'caused-harm': 'I caused harm',
      'was-hurt': 'I was hurt',
      both: 'Both, in different things',
    } as const satisfies Record<Role, string>,
    chooseOne: 'Choose one, or skip this for now.',
    proceed: 'Continue',
    skip: 'Skip for now',
    ask: 'Who is this about?',
  },

  journey: {
    relationships,
    line: (relationship: Relationship, role: Role) =>
      `${relationships[relationship]} · ${role === 'both' ? 'Both sides' : roles[role]}`,
  },

  nav: {
    label: 'Places',
    path: 'The path',
    writing: 'Writing',
    commitments: 'Commitments',
    checkIns: 'Check-ins',
    allWriting: 'All writing',
    search: 'Search',
    help: 'Help and safety',
    preferences: 'Preferences',
    lock: 'Lock',
  },

  home: {
    title: (name: string) => (name === '' ? 'The path' : `The path with ${name}`),
    lead: 'Five steps, in whatever order they come. Nothing here is a score, and nothing is late.',
    writeFreely: 'Write freely',
    newLetter: 'New letter',
    continue: 'Continue',
    written: (title: string) => `Written for: ${title}`,
    sides: {
      'caused-harm': 'If you caused harm',
      'was-hurt': 'If you were hurt',
    },
  },

  gallery: {
    title: 'New letter',
    list: 'Templates',
    blank: 'Blank page',
    blankPurpose: 'No sections, no prompts.',
    blankDetail:
      'Just the page. Write a letter your own way, or write to nobody at all. It is saved and locked like everything else.',
    minutes: (n: number) => `${n} min`,
    sections: 'Its parts',
    start: 'Start writing',
    starting: 'Opening…',
  },

  entry: {
    heading: 'Your letter',
    title: 'Title',
    untitled: 'Untitled',
    blank: 'Blank page',
    blankDay: 'Free writing',
    date: 'Date of this letter',
    changeDate: (day: string) => `Date: ${day}`,
    focusMode: 'Focus mode',
    print: 'Print',
    more: 'Letter actions',
    gone: 'Back to all writing',
  },

  save: {
    saving: 'Saving…',
    saved: (time: string) => `Saved ${time}`,
    notSaved: (reason: string) => `Not saved: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
    copy: 'Copy text',
    copied: 'Copied.',
    notCopied: 'The text could not be copied. Select it and press Ctrl C.',
    asNew: 'Save as new',
    notAsNew: (reason: string) =>
      `It could not be saved as new: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}.`,
    lock: 'Lock',
  },

  counts: {
    words: (n: number) => count(n, 'word', 'words'),
    selected: (part: number, all: number) =>
      `${part.toLocaleString('en')} of ${count(all, 'word', 'words')}`,
    characters: (n: number) => count(n, 'character', 'characters'),
    aloud: (minutes: number) => `about ${count(minutes, 'minute', 'minutes')} aloud`,
  },

  writing: {
    title: 'All writing',
    empty: 'What you write will be listed here, newest first.',
    delete: (title: string) => `Delete ${title}`,
    hint: 'Arrow keys move, with Shift they select. Enter opens, Delete deletes.',
    selectingHint:
      'Arrow keys move, Space selects, Delete deletes what is selected, Escape leaves.',
    deleteSelected: 'Delete',
  },

  search: {
    title: 'Search',
    label: 'Search everything',
    placeholder: 'A word, or the beginning of one',
    results: 'Results',
    hint: 'Looks through titles and texts. Accents and capitals make no difference.',
    none: (text: string) => `Nothing found for “${text}”.`,
    noneSealed: 'Sealed letters are not looked through.',
    noneHint: 'Try fewer words, or only the beginning of one.',
    found: (n: number) => count(n, 'result', 'results'),
    clear: 'Clear search',
  },

  toast: {
    notPrinted: 'Not printed, because the newest text is not saved',
    passphraseChanged: 'Your passphrase was changed',
  },

  preferences: {
    title: 'Preferences',
    appearance: 'Appearance',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    writing: 'Writing',
    prompts: 'Show the prompts in new letters',
    promptsHint: 'Each section can still show or hide its own.',
    shortcuts: 'Show all shortcuts…',
    vault: 'Vault',
    folder: 'Your writing is kept in',
    change: 'Change passphrase…',
    changeTitle: 'Change passphrase',
    changeButton: 'Change passphrase',
    changing: 'Changing…',
    changeNote:
      'From then on the old passphrase opens neither this vault nor its backups. Copies of the folder that were made before, by a sync program or by someone else, still open with the old one. The recovery code stays as it is. If someone may know the passphrase, make new keys instead: “Someone may know it…”.',
    version: (version: string) => `Amends ${version}`,
  },

  shortcuts: {
    title: 'Keyboard shortcuts',
    menus: {
      file: 'Letters',
      edit: 'Editing',
      view: 'Places',
      vault: 'Vault and app',
      help: 'Help',
      format: 'Formatting',
      insert: 'Into the text',
    },
    or: 'or',
  },

  help: {
    title: 'Help and safety',
    pages: 'Pages',
  },

  crash: {
    title: 'Amends stopped showing this page',
    text: 'What was saved is safe in the vault. Lock it and unlock it again to go on.',
    lock: 'Lock',
  },

  leaving: 'Saving and closing…',
} as const;
