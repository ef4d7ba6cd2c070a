import type { Side } from '#shared/domain/template.ts';

/**
 * What stands around the questions. The questions, what is said to each answer and the buttons after
 * them are content: `shared/content/safety-gate.ts`.
 */
export const safetyGateWords = {
  whose: 'From which side is it written?',
  sides: {
    'caused-harm': 'I caused harm',
    'was-hurt': 'I was hurt',
  } as const satisfies Record<Side, string>,
  of: (index: number, of: number) => `Question ${index} of ${of}`,
  /** An answer that something is said to, with its question. */
  given: (ask: string, label: string) => `${ask} ${label}.`,
  back: 'Back',
  close: 'Back to the choices',
} as const;
