import type { EntryKind } from '../domain/entry.ts';

/** What each kind of writing is called. */
export const kinds: Readonly<Record<EntryKind, string>> = {
  letter: 'Letter',
  statement: 'Statement',
  agreement: 'Agreement',
  plan: 'Plan',
  'check-in': 'Check-in',
  reflection: 'Reflection',
  checklist: 'Check list',
  journal: 'Free writing',
};

/** What something is done to, as a title says it: one by its kind, several by their number. */
export function nameOfAll(all: readonly { readonly kind: EntryKind }[]): string {
  const [first, second] = all;
  return first !== undefined && second === undefined
    ? kinds[first.kind]
    : `${all.length.toLocaleString('en')} pieces of writing`;
}

/** The same behind a verb: "Delete check-in". */
export const nameInSentence = (all: readonly { readonly kind: EntryKind }[]): string =>
  nameOfAll(all).toLowerCase();
