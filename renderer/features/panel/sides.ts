import type { Side } from '#shared/domain/template.ts';

/** The sides whose texts help with a letter: those of the person's role that its template speaks from. */
export function sidesFor(
  ofRole: readonly Side[],
  ofTemplate: readonly Side[] = [],
): readonly Side[] {
  const both = ofRole.filter(side => ofTemplate.includes(side));
  if (both.length > 0) return both;
  // A template of the other side was chosen on purpose: its own side explains it.
  return ofTemplate.length > 0 ? ofTemplate : ofRole;
}
