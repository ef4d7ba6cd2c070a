/** Words for journeys: the menu that changes between them, and the dialog that describes one. */
export const journeyWords = {
  menu: {
    button: 'Journey:',
    tip: 'Change the journey',
    journeys: 'Journeys',
    archived: 'Archived',
    none: 'Not about anyone',
    noneLine: 'Everything you wrote',
    create: 'New journey…',
    edit: 'Edit this journey…',
  },

  dialog: {
    newTitle: 'New journey',
    editTitle: 'This journey',
    lead: 'A journey is about one person. Its steps and templates follow your side of it, and you can have several side by side.',
    name: 'Their name or initials',
    nameHint: 'It is kept in the vault and nowhere else. You may leave it empty.',
    nameTooLong: (length: number) =>
      `A name has room for 500 characters. This one has ${length.toLocaleString('en')}.`,
    relationship: 'They are my',
    role: 'My side of it',
    roleKept:
      'You can change your side at any time. Nothing that you wrote is changed, moved or deleted.',
    chooseOne: 'Choose one. You can change it later.',
    breaches: 'What broke the trust',
    breachesHint:
      'Choose what fits, or nothing. It only decides which notes and templates are offered first.',
    startedOn: 'Begun on',
    startedOnHint: 'The day from which you count, if there is one.',
    noDay: 'This is not a day in the calendar. Correct it, or leave it empty.',
    myName: 'Your own name',
    myNameHint: 'Templates put it where they say {my name}. It is the same in all journeys.',
    create: 'Begin',
    save: 'Save',
    archive: 'Archive',
    restore: 'Bring back',
  },

  toast: {
    changed: 'Journey changed',
    archived: 'Journey archived',
    restored: 'Journey brought back',
  },
} as const;

/** The question when changes would be left behind. */
export const keepChangesWords = {
  question: 'Your changes are not saved yet.',
  discard: 'Discard them',
  goOn: 'Go on editing',
} as const;
