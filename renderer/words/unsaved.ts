/** The question before something is left behind that could not be saved. */
export const unsavedWords = {
  what: {
    letter: {
      title: 'Your last words are not saved',
      text: 'If you go on now, what you typed since the last save is lost.',
    },
    form: {
      title: 'What you typed here is not saved',
      text: 'It could not be kept as it stands. If you go on now, what is in the open fields is lost.',
    },
  },
  stay: 'Stay here',
  leave: 'Go on without saving',
} as const;
