/** The words of what stands beside a letter. */
export const panelWords = {
  label: 'Beside the letter',
  tabs: { guide: 'Guide', feelings: 'Feelings', areas: 'Areas', history: 'History' },
  close: 'Close this panel',

  guide: {
    blank: 'A page of your own. It belongs to no step, and nothing is expected of it.',
    noStep: 'This belongs to no step.',
    sides: { 'caused-harm': 'If you caused harm', 'was-hurt': 'If you were hurt' },
    when: 'When to use it',
    purpose: 'What it is for',
    caution: 'A caution',
    outline: 'This letter',
    unnamed: 'A part without a heading',
    blankPart: 'not written yet',
    noTick: 'nothing ticked yet',
    noParts: 'It has no parts.',
  },

  areas: {
    heading: 'What has this touched?',
    lead: 'Choose an area and write a few lines, or go back to one that is there. In the letter you can put them in your own order.',
    list: 'Areas',
    here: 'in your map',
    written: 'written',
    assemble: 'Make an impact letter of this',
    assembleHint:
      'A new letter takes up what you wrote, in the order of your map. The map stays as it is.',
    assembleLater: 'Write in at least one area first.',
    prompt:
      'What has changed here since it happened? A few lines are enough, and you can stop at any time.',
    hint: 'Small everyday examples often say the most.',
    starter: 'Since then, ',
  },
} as const;

/** A gentle question for each area of an impact map, by the id of its section. */
export const AREA_PROMPTS: Readonly<
  Record<string, { readonly prompt: string; readonly starter: string }>
> = {
  'area-sleep-appetite-or-health': {
    prompt: 'How have your nights, your meals or your body been since then?',
    starter: 'My body ',
  },
  'area-feeling-safe': {
    prompt: 'Where or when do you not feel safe now, where you did before?',
    starter: 'I no longer feel safe ',
  },
  'area-how-i-see-myself': {
    prompt: 'What do you think of yourself on the hard days? What did you think before?',
    starter: 'When I look at myself, ',
  },
  'area-believing-my-own-judgement': {
    prompt: 'What do you doubt now that you used to be sure of?',
    starter: 'I used to be sure ',
  },
  'area-trusting-other-people': {
    prompt: 'Who has become harder to trust, even people who did nothing?',
    starter: 'With other people, I ',
  },
  'area-closeness-and-touch': {
    prompt: 'What has become of closeness and touch? Write only as much as you want to.',
    starter: 'Being close ',
  },
  'area-my-children': {
    prompt: 'What have your children noticed, or what do you have to carry in front of them?',
    starter: 'With the children, ',
  },
  'area-wider-family': {
    prompt: 'What has changed with your family: visits, calls, what can be said?',
    starter: 'In the family, ',
  },
  'area-work-or-study': {
    prompt: 'How has it been to work or study since then?',
    starter: 'At work, ',
  },
  'area-money-or-home': {
    prompt: 'What has it cost you in money, in plans, or in feeling at home?',
    starter: 'It has cost ',
  },
  'area-friends': {
    prompt: 'What do you no longer tell your friends, or do with them?',
    starter: 'With my friends, ',
  },
  'area-faith-or-what-gives-life-meaning': {
    prompt: 'What used to carry you, and how is it with that now?',
    starter: 'What used to carry me ',
  },
  'area-the-past-as-i-remember-it': {
    prompt: 'Which memories look different now?',
    starter: 'When I think back to ',
  },
  'area-the-future-i-had-pictured': {
    prompt: 'What had you pictured, and what has become of the picture?',
    starter: 'I had pictured ',
  },
};
