import type { Side } from '#shared/domain/template.ts';

/** Words for the path. */
export const homeWords = {
  empty: (name: string) =>
    name === ''
      ? 'Nothing is written yet. Begin with a letter, write freely, or read about a step first. Everything is saved as you type.'
      : 'Nothing is written in this journey yet. Begin with a letter, write freely, or read about a step first.',
  archived: 'This journey is archived. What you wrote in it is all here.',
  restore: 'Bring back',
  checkIns: 'Check-ins',
  showAll: 'Show all',
  showFewer: 'Show fewer',
  keepInMind: 'Keep in mind',
  questions: 'Questions for your situation',
  questionsOf: {
    'caused-harm': 'If you caused harm',
    'was-hurt': 'If you were hurt',
  } satisfies Record<Side, string>,
  begin: 'Begin with',
  oftenHelps: 'Often helps here',
  moreTemplates: 'More templates',
  writeFreely: 'Write freely',
} as const;
