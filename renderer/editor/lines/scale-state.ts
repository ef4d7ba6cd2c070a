import { $getState, createState, stringValue, type LexicalNode } from 'lexical';
import { SCALE_DEFAULTS, type ScaleNodeJson } from '#shared/domain/blocks.ts';

const wholeOr =
  <T extends number | null>(other: T) =>
  (json: unknown): number | T =>
    Number.isSafeInteger(json) ? (json as number) : other;

/** What a scale carries besides its note. The keys are a file format. */
export const scaleStates = {
  value: createState('value', { parse: wholeOr<null>(null) }),
  min: createState('min', { parse: wholeOr(SCALE_DEFAULTS.min) }),
  max: createState('max', { parse: wholeOr(SCALE_DEFAULTS.max) }),
  minLabel: createState('minLabel', { parse: stringValue() }),
  maxLabel: createState('maxLabel', { parse: stringValue() }),
};

export type ScaleData = Pick<ScaleNodeJson, keyof typeof scaleStates>;

/** All of it, defaults included: Lexical leaves defaults out of its JSON, the file format does not. */
export const NO_SCALE_DATA: ScaleData = { value: null, ...SCALE_DEFAULTS };

export const $scaleDataOf = (node: LexicalNode): ScaleData => ({
  value: $getState(node, scaleStates.value),
  min: $getState(node, scaleStates.min),
  max: $getState(node, scaleStates.max),
  minLabel: $getState(node, scaleStates.minLabel),
  maxLabel: $getState(node, scaleStates.maxLabel),
});
