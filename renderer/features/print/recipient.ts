import { whyApart } from '#shared/content/apart.ts';
import { isForCounsellorOnly, isNeverSend, safetyGate } from '#shared/content/safety-gate.ts';
import type { Audience } from '#shared/domain/audience.ts';
import type { TemplateId } from '#shared/domain/ids.ts';
import type { Journey } from '#shared/domain/journey.ts';

/**
 * For whom a letter is until the person says otherwise. What is written to someone, or meant to be
 * shared, begins with the copy that is the most careful; it is never the last choice again. Where
 * one may be afraid of the other, no letter begins as one that is handed over.
 */
export function usualAudience(template: TemplateId | null, journey: Journey | undefined): Audience {
  if (template === null || whyApart(journey).length > 0) return 'for-me';
  if (isForCounsellorOnly(template)) return 'for-counsellor';
  const { appliesTo, appliesIfShared } = safetyGate;
  return [...appliesTo, ...appliesIfShared].includes(template) ? 'for-partner' : 'for-me';
}

/** Whom a copy of it can be for. */
export const audiencesOf = (template: TemplateId | null): readonly Audience[] =>
  isForCounsellorOnly(template)
    ? ['for-me', 'for-counsellor']
    : ['for-me', 'for-counsellor', 'for-partner'];

/** What is said about such a copy, as steps.json has it; undefined when there is nothing to say. */
export function noteAbout(audience: Audience, template: TemplateId | null): string | undefined {
  const notes = safetyGate.audienceNotes;
  if (isForCounsellorOnly(template) && audience !== 'for-me') return notes['counsellor-only'];
  if (audience === 'for-partner') return isNeverSend(template) ? notes['kept-back'] : undefined;
  return notes[audience];
}
