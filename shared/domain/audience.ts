import { z } from 'zod';
import { isSection, type DocumentNode } from './document.ts';

/** Who a copy is for. */
export const Audience = z.enum(['for-partner', 'for-counsellor', 'for-me']);
export type Audience = z.infer<typeof Audience>;

/**
 * What a writer can say of a passage, the most open first. A passage is any node of a document: a
 * section, a block, an item of a list, a run of text. It is written into the node as Lexical's own
 * node state, `"$": { "audience": "private" }`, which every node keeps through load, save and undo,
 * in versions of the editor too that know nothing of it.
 */
export const PASSAGE_MARKS = [
  /** For a counsellor and the writer. */
  'counsellor',
  /** For the writer; a counsellor's copy holds it only when the writer adds it. */
  'private',
  /** A detail that nobody else needs to know: in no copy but the writer's own. */
  'not-needed',
] as const;
export const PassageMark = z.enum(PASSAGE_MARKS);
export type PassageMark = z.infer<typeof PassageMark>;

/** The key of the mark in the state of a node. It is a file format: renaming it is a migration. */
export const AUDIENCE_KEY = 'audience';

/** Which copy of a text is made. */
export const Copy = z.strictObject({
  audience: Audience,
  /** Adds the private passages to a counsellor's copy. A copy for the other person never has them. */
  withPrivate: z.boolean().default(false),
});
export type Copy = z.infer<typeof Copy>;

const hasState = (state: unknown): state is Readonly<Record<string, unknown>> =>
  typeof state === 'object' && state !== null && Object.hasOwn(state, AUDIENCE_KEY);

/**
 * What is said of a node itself, not of what it stands in: the most careful of its mark and, for a
 * section, of its `private` field. A mark that is not known, from a newer version, counts as the
 * most careful one.
 */
export function markOf(node: DocumentNode): PassageMark | null {
  const state = node['$'];
  const said = hasState(state) ? PassageMark.catch('not-needed').parse(state[AUDIENCE_KEY]) : null;
  return stricter(said, isSection(node) && node.private ? 'private' : null);
}

/** The more careful of two marks. */
export function stricter(one: PassageMark | null, other: PassageMark | null): PassageMark | null {
  if (one === null || other === null) return one ?? other;
  return PASSAGE_MARKS.indexOf(one) > PASSAGE_MARKS.indexOf(other) ? one : other;
}

/** The same node with a mark, or without one for `null`. */
export function withMark(node: DocumentNode, mark: PassageMark | null): DocumentNode {
  const { $: state, ...rest } = node;
  const { [AUDIENCE_KEY]: _said, ...kept } = (state ?? {}) as Record<string, unknown>;
  const next = mark === null ? kept : { ...kept, [AUDIENCE_KEY]: mark };
  return Object.keys(next).length === 0 ? rest : { ...rest, $: next };
}

/** Whether a passage with this mark stays out of a copy. */
export function staysOut(mark: PassageMark | null, { audience, withPrivate }: Copy): boolean {
  if (mark === null || audience === 'for-me') return false;
  if (audience === 'for-partner') return true;
  return mark === 'not-needed' || (mark === 'private' && !withPrivate);
}
