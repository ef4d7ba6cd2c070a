import { z } from 'zod';
import { GateChoice, GateResult, GATE_RESULTS } from '../domain/safety-gate.ts';
import { TemplateId } from '../domain/ids.ts';
import type { Side } from '../domain/template.ts';
import { parseContent } from './parse-content.ts';
import shipped from './steps.json' with { type: 'json' };

const Question = z.object({
  id: z.string(),
  ask: z.string(),
  help: z.string(),
  answers: z
    .array(
      z.object({
        value: z.enum(['yes', 'no', 'unsure']),
        label: z.string(),
        says: z.string(),
        result: GateResult,
      }),
    )
    .length(3),
});
export type GateQuestion = z.infer<typeof Question>;

const bySide = <T extends z.ZodType>(text: T) =>
  z.object({ 'caused-harm': text, 'was-hurt': text });

const templates = z.array(TemplateId);

const Outcome = z.object({
  heading: z.string(),
  body: z.string(),
  buttons: bySide(z.array(z.object({ action: GateChoice, label: z.string() }))),
});

const Gate = z.object({
  title: z.string(),
  intro: z.string(),
  appliesTo: templates,
  appliesIfShared: templates,
  keptBackByDefault: templates,
  counsellorOnly: templates,
  storeAnswers: z.literal(false),
  resultOrder: z.tuple([z.literal('stop'), z.literal('pause'), z.literal('go')]),
  roles: bySide(z.array(Question).length(3)),
  results: z.object({ go: Outcome, pause: Outcome, stop: Outcome }),
  audienceNotes: z.object({
    'for-me': z.string(),
    'for-counsellor': z.string(),
    'kept-back': z.string(),
    'counsellor-only': z.string(),
  }),
});

/**
 * What is asked before a copy for the other person is made, and what is said to each answer, as
 * steps.json has it. Which answers let a copy be made is in `shared/domain/safety-gate.ts`.
 */
export const safetyGate = parseContent('steps.json: safety.gate', Gate, shipped.safety.gate);

/** The three questions of a side. */
export const gateQuestions = (side: Side): readonly GateQuestion[] => safetyGate.roles[side];

/** What is said to an answer, with what was asked. */
interface GateWords {
  readonly id: string;
  readonly ask: string;
  readonly label: string;
  readonly says: string;
  readonly result: GateResult;
}

/** The words for every answer that was not "go", the most careful first. */
export function gateWords(
  side: Side,
  answers: Readonly<Record<string, string>>,
): readonly GateWords[] {
  const given = gateQuestions(side).flatMap(({ id, ask, answers: offered }) =>
    offered.filter(({ value }) => value === answers[id]).map(answer => ({ id, ask, ...answer })),
  );
  return GATE_RESULTS.filter(result => result !== 'go').flatMap(result =>
    given.filter(answer => answer.result === result),
  );
}

/** A template for what was written not to be sent. */
export const isNeverSend = (template: TemplateId | null): boolean =>
  template !== null && safetyGate.keptBackByDefault.includes(template);

/** A template for work with a counsellor only. */
export const isForCounsellorOnly = (template: TemplateId | null): boolean =>
  template !== null && safetyGate.counsellorOnly.includes(template);
