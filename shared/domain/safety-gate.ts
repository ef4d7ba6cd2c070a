import { z } from 'zod';
import { Side } from './template.ts';

/** The most careful answer decides, in this order. */
export const GATE_RESULTS = ['stop', 'pause', 'go'] as const;
export const GateResult = z.enum(GATE_RESULTS);
export type GateResult = z.infer<typeof GateResult>;

/**
 * What came of the three questions. The answers themselves are neither stored nor sent: they stay
 * with the page that asked them, until it closes.
 */
export const GateAnswer = z.strictObject({
  side: Side,
  result: GateResult,
  /** The person chose to continue, "go" or not. */
  goOn: z.boolean(),
});
export type GateAnswer = z.infer<typeof GateAnswer>;

export const GateChoice = z.enum([
  'continue',
  'continue-anyway',
  'keep',
  'counsellor-copy',
  'help',
]);
export type GateChoice = z.infer<typeof GateChoice>;

interface Answerable {
  readonly id: string;
  readonly answers: readonly { readonly value: string; readonly result: GateResult }[];
}

/**
 * What the answers come to: the most careful one, as soon as every question has one; null before.
 * An answer that the question does not offer counts as none.
 */
export function resultOf(
  questions: readonly Answerable[],
  answers: Readonly<Record<string, string>>,
): GateResult | null {
  const results = questions.map(
    ({ id, answers: offered }) => offered.find(({ value }) => value === answers[id])?.result,
  );
  if (results.includes(undefined)) return null;
  return GATE_RESULTS.find(result => results.includes(result)) ?? 'go';
}

/**
 * Whether a copy for the other person may be made. Who caused harm goes on only where every answer
 * was "go". Who was hurt is told what to think of, decides, and is never overruled.
 */
export const mayShare = ({ side, result, goOn }: GateAnswer): boolean =>
  goOn && (side === 'was-hurt' || result === 'go');
