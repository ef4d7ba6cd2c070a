/** Words for the recovery code, and for keys that are changed or made anew. */
export const recoveryWords = {
  title: 'Your recovery code',
  lead: 'It opens this vault if the passphrase is ever forgotten. Nothing else does. Whoever has it can open the vault too, so keep it where only you can find it, and not beside this computer.',
  code: 'Recovery code',
  print: 'Print it',
  printing: 'Printing…',
  save: 'Save as file',
  copy: 'Copy',
  copied: 'Copied. The clipboard is cleared in half a minute, and when you lock.',
  printed: 'Sent to the printer.',
  savedAs: (path: string) =>
    `Saved as ${path}. This copy is not locked: whoever opens the file can open the vault.`,
  untilLocked: 'The code can be looked at until you have typed it back, or the vault is locked.',
  later: 'I will do this later',
  toTypeBack: 'Type it back',

  typeTitle: 'Type it back',
  typeLead:
    'From the paper or the file, to be sure that it can be read. Capitals, spaces and dashes make no difference.',
  toCode: 'Back to the code',
  check: 'Check',
  checking: 'Checking…',
  wrong: 'That is a recovery code, but not the newest one of this vault.',
  confirmed: 'That is your recovery code. Keep it safe.',
  noCode: 'The code can not be shown any more. If you do not have it, make a new one.',

  findTitle: 'Can you still find your recovery code?',
  findLead:
    'Get it from where you keep it and type it in once. If it can not be found, make a new one while the vault is open.',
  notFound: 'Make a new one…',

  renewTitle: 'A new recovery code',
  renewLead:
    'The code you have now will open this vault and its backups no more. Copies of the folder made earlier, elsewhere, still open with it.',
  renew: 'Make a new code',
  renewing: 'Making a new code…',

  card: {
    newTitle: 'Keep your recovery code',
    newText:
      'If the passphrase is ever forgotten, only this code opens your words again. It takes a minute: print it or save it, then type it back once. It can be shown only until the vault is locked.',
    show: 'Show the code…',
    unsureTitle: 'Your recovery code has not been typed back',
    unsureText:
      'If the passphrase is ever forgotten, only this code opens your words again. Type it in once, to be sure that you have it and that it can be read. If you never saw one, make a new one.',
    type: 'Type it in…',
    renew: 'Make a new one…',
    findTitle: 'Can you still find your recovery code?',
    findText: 'It was last typed in more than three months ago.',
    notNow: 'Not now',
  },

  state: {
    none: 'There is no recovery code.',
    made: (day: string) => `Recovery code made on ${day}`,
    unknown: 'There is a recovery code',
    confirmed: (day: string) => `typed back on ${day}`,
    notConfirmed: 'not typed back yet',
    line: (made: string, confirmed: string) => `${made}, ${confirmed}.`,
  },
  prefs: {
    show: 'Show the code…',
    type: 'Can you still find it?',
    renew: 'Make a new code…',
    replace: 'Someone may know it…',
  },

  replace: {
    title: 'Someone may know your passphrase or code',
    lead: 'Your vault gets wholly new keys: another passphrase, another recovery code, and everything locked again with a key that was never used before.',
    doesTitle: 'What this does',
    does: [
      'The old passphrase and the old recovery code open nothing on this computer any more.',
      'A new backup is made and checked. Then the older backups, which the old keys open, are removed, also from the second place.',
    ],
    notTitle: 'What it can not undo',
    not: [
      'Copies of the folder that were made before, by a person, a sync program or a USB stick, still open with the old passphrase.',
      'What was read is read.',
      'If a program on this computer records what is typed, it records the new passphrase too. Do this on a computer you trust.',
    ],
    movedFrom: (folder: string) =>
      `The copy that a move of this vault left in ${folder} still opens with the old passphrase. Delete that folder yourself.`,
    proceed: 'Continue',
    start: 'Make new keys',
    working: 'Making new keys…',
    workingNote:
      'This takes a moment. If it is interrupted, nothing is lost: the vault opens with the old or the new passphrase, and this can be finished then.',
    done: 'Your vault has new keys',
  },

  unlock: {
    use: 'Use your recovery code',
    back: 'Use the passphrase',
    lead: 'Type your recovery code.',
    hint: 'Capitals, spaces and dashes make no difference.',
    purpose: 'And then',
    open: 'Open the vault',
    openNote: 'The passphrase stays as it is.',
    reset: 'Set a new passphrase',
    resetNote: 'The old passphrase and this code open nothing any more. You get a new code.',
    button: 'Open',
    resetButton: 'Set passphrase and open',
    opening: 'Opening…',
  },
} as const;
