import type { CommitmentEdit, LedgerLine } from '#shared/domain/commitment.ts';
import type { Day } from '#shared/domain/day.ts';
import type { LongRow } from '../../ui/long-list.ts';

export const LEDGER_GROUPS = ['due', 'coming', 'undated', 'missed', 'kept', 'repaired'] as const;
export type LedgerGroup = (typeof LEDGER_GROUPS)[number];

/** What is over is folded away until it is asked for. What was missed waits for its repair, in sight. */
export const FOLDED_GROUPS: ReadonlySet<LedgerGroup> = new Set<LedgerGroup>(['kept', 'repaired']);

/** Names a line for as long as its letter is not changed elsewhere. */
export const keyOf = ({ entryId, index }: Pick<LedgerLine, 'entryId' | 'index'>): string =>
  `${entryId}:${index}`;

/** Where a line belongs on a day. */
export function groupOf(
  { status, due }: Pick<LedgerLine, 'status' | 'due'>,
  today: Day,
): LedgerGroup {
  if (status !== 'open') return status;
  if (due === null) return 'undated';
  return due <= today ? 'due' : 'coming';
}

/** A commitment that was put into a letter and never filled in. */
export const isUnwritten = ({ who, what, by, notice, status }: LedgerLine): boolean =>
  status === 'open' && [who, what, by, notice].every(text => text.trim() === '');

interface Place {
  readonly group: LedgerGroup;
  readonly order: string;
}

/** Where each line was first shown. It stays there while it is worked on, whatever becomes of it. */
export type Places = ReadonlyMap<string, Place>;

/** The places with those lines added that have none yet; the same object when all have one. */
export function placesWith(places: Places, lines: readonly LedgerLine[], today: Day): Places {
  const unplaced = lines.filter(line => !places.has(keyOf(line)) && !isUnwritten(line));
  if (unplaced.length === 0) return places;
  const added = unplaced.map(line => [keyOf(line), placeOf(line, today)] as const);
  return new Map([...places, ...added]);
}

function placeOf(line: LedgerLine, today: Day): Place {
  const group = groupOf(line, today);
  return { group, order: `${line.due ?? line.writtenOn} ${keyOf(line)}` };
}

/** The heading of a group, or a line below one. */
export type LedgerRow = LongRow &
  (
    | { readonly kind: 'group'; readonly group: LedgerGroup; readonly canFold: boolean }
    | { readonly kind: 'line'; readonly line: LedgerLine; readonly group: LedgerGroup }
  );

/** The rows of the ledger: each group that has lines, and its lines unless it is folded. */
export function layOutLedger(
  lines: readonly LedgerLine[],
  places: Places,
  unfolded: ReadonlySet<LedgerGroup>,
): readonly LedgerRow[] {
  const byGroup = Map.groupBy(
    lines.filter(line => places.has(keyOf(line))),
    line => placeIn(places, line),
  );
  return LEDGER_GROUPS.flatMap(group => {
    const inGroup = byGroup.get(group);
    if (inGroup === undefined) return [];
    const canFold = FOLDED_GROUPS.has(group);
    const heading = {
      kind: 'group',
      key: group,
      estimate: 54,
      isStop: canFold,
      group,
      canFold,
    } as const;
    const shown = canFold && !unfolded.has(group) ? [] : inOrder(inGroup, places, group);
    return [heading, ...shown.map(line => rowOf(line, group))];
  });
}

const placeIn = (places: Places, line: LedgerLine): LedgerGroup =>
  places.get(keyOf(line))?.group ?? 'undated';

/** What is due first stands first; what is over, and what has no date, newest first. */
function inOrder(lines: readonly LedgerLine[], places: Places, group: LedgerGroup) {
  const orderOf = (line: LedgerLine) => places.get(keyOf(line))?.order ?? '';
  const sign = group === 'due' || group === 'coming' ? 1 : -1;
  return lines.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -sign : sign));
}

const rowOf = (line: LedgerLine, group: LedgerGroup): LedgerRow => ({
  kind: 'line',
  key: keyOf(line),
  estimate: 128,
  isStop: true,
  line,
  group,
});

export type CommitmentTexts = Pick<LedgerLine, 'who' | 'what' | 'by' | 'notice'>;

/** Whether it is still the same commitment: nothing of its text changed since it was read. */
export const isSameText = (a: CommitmentTexts, b: CommitmentTexts): boolean =>
  a.who === b.who && a.what === b.what && a.by === b.by && a.notice === b.notice;

/** What was written anew in the fields; undefined when nothing was. */
export function changeOf(
  line: CommitmentTexts,
  texts: CommitmentTexts,
): CommitmentEdit['change'] | undefined {
  const names = ['who', 'what', 'by', 'notice'] as const;
  const changed = names
    .map(name => [name, oneLine(texts[name])] as const)
    .filter(([name, text]) => text !== line[name]);
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}

/** The fields for a line that was changed meanwhile: its new words, but for what was typed here. */
export function rebased(
  texts: CommitmentTexts,
  seen: CommitmentTexts,
  line: CommitmentTexts,
): CommitmentTexts {
  const typed = changeOf(seen, texts) ?? {};
  const of = (name: keyof CommitmentTexts) => (name in typed ? texts[name] : line[name]);
  return { who: of('who'), what: of('what'), by: of('by'), notice: of('notice') };
}

/** A part of a commitment is one line, however it was pasted. */
const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ').trim();
