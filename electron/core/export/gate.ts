import type { Audience } from '#shared/domain/audience.ts';
import { mayShare, type GateAnswer } from '#shared/domain/safety-gate.ts';
import type { Side } from '#shared/domain/template.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';

/** Whose questions come before a copy. */
export interface GateNeed {
  readonly sides: Side[];
  /** One of the sides is enough: the person says which one the writing speaks from. */
  readonly choose: boolean;
}

const NONE: GateNeed = { sides: [], choose: false };

/** Whose questions come before a copy of these entries, each given by the sides it may speak from. */
export function gateNeeded(audience: Audience, entries: readonly (readonly Side[])[]): GateNeed {
  if (audience !== 'for-partner' || entries.length === 0) return NONE;
  const certain = new Set(entries.filter(sides => sides.length === 1).flat());
  const unsure = entries.some(sides => sides.length > 1);
  if (certain.size > 0) return { sides: [...certain], choose: false };
  return unsure ? { sides: ['caused-harm', 'was-hurt'], choose: true } : NONE;
}

/**
 * Whether what came of the questions lets the copy be made. An answer that stops is never outweighed
 * by another one. Errors: `export.gate`, with `null` where a side was not asked.
 */
export function passGate(
  { sides, choose }: GateNeed,
  answers: readonly GateAnswer[],
): Result<void, AppError> {
  const asked = answers.filter(({ side }) => sides.includes(side));
  const refused = asked.find(answer => !mayShare(answer));
  if (refused !== undefined) {
    return err({ code: 'export.gate', side: refused.side, result: refused.result });
  }
  const unasked = sides.find(side => !asked.some(answer => answer.side === side));
  const isMissing = choose ? asked.length === 0 : true;
  return unasked === undefined || !isMissing
    ? ok(undefined)
    : err({ code: 'export.gate', side: unasked, result: null });
}
