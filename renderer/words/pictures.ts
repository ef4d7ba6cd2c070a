/** The words drawn around a picture, and said about it. None of them is ever text of the letter. */
export const pictureWords = {
  picture: 'Picture',
  caption: 'Caption',
  reading: 'Reading the picture…',
  cancel: 'Cancel',
  missing: 'This picture is not in the vault',
  broken: 'This picture can not be shown',
  noDescription: 'A picture without a description',

  tools: 'Picture tools',
  width: 'Width',
  percent: (width: string) => `${width} %`,
  describe: 'Describe',
  describeEmpty: 'Describe: nothing is written yet',
  remove: 'Remove picture',

  description: 'Description',
  descriptionHint:
    'What is to be seen, for someone who can not see it. It is read aloud, never printed.',
  done: 'Done',

  removed: 'Picture removed.',
} as const;
