import { expect, test } from 'vitest';
import { Day } from '#shared/domain/day.ts';
import { dayIn, promisedFrom } from '#shared/domain/day-text.ts';
import type { LedgerLine } from '#shared/domain/commitment.ts';
import { EntryId } from '#shared/domain/ids.ts';
import {
  changeOf,
  groupOf,
  layOutLedger,
  placesWith,
  rebased,
  type LedgerGroup,
  type Places,
} from '../../../../renderer/features/commitments/ledger.ts';

const WRITTEN = Day.parse('2026-05-01');
const today = Day.parse('2026-05-17');
const entryId = EntryId.parse('7f0d2c4e-3a5b-4c6d-8e9f-0a1b2c3d4e5f');
const none: Places = new Map();

let index = 0;
function line(what: string, by = '', status: LedgerLine['status'] = 'open'): LedgerLine {
  index += 1;
  return {
    entryId,
    entryTitle: 'Our agreement',
    journeyId: null,
    writtenOn: WRITTEN,
    index,
    version: 3,
    who: '',
    what,
    by,
    due: dayIn(by, promisedFrom(WRITTEN, 'en-GB')),
    notice: '',
    status,
  };
}

const shown = (
  lines: readonly LedgerLine[],
  places: Places,
  unfolded: readonly LedgerGroup[] = [],
): string[] =>
  layOutLedger(lines, places, new Set(unfolded)).map(row =>
    row.kind === 'group' ? `# ${row.group}` : row.line.what,
  );

test('what is due today or before stands first, the longest due on top, then what is coming', () => {
  const lines = [
    line('in June', '1 June 2026'),
    line('soon', 'soon'),
    line('today', '17 May 2026'),
    line('last month', '2026-04-20'),
    line('tomorrow', '18 May 2026'),
  ];
  expect(shown(lines, placesWith(none, lines, today))).toEqual([
    '# due',
    'last month',
    'today',
    '# coming',
    'tomorrow',
    'in June',
    '# undated',
    'soon',
  ]);
});

test('what is over is folded under its own word, whatever its day; what was missed is not', () => {
  const lines = [
    line('kept', '1 May 2026', 'kept'),
    line('missed', '', 'missed'),
    line('repaired', '1 June 2026', 'repaired'),
  ];
  const places = placesWith(none, lines, today);
  expect(shown(lines, places)).toEqual(['# missed', 'missed', '# kept', '# repaired']);
  expect(shown(lines, places, ['kept'])).toEqual([
    '# missed',
    'missed',
    '# kept',
    'kept',
    '# repaired',
  ]);
});

test('a commitment that nobody has filled in is not listed, and one with any word is', () => {
  const lines = [line(''), line('   '), { ...line(''), notice: 'You would see it.' }];
  expect(layOutLedger(lines, placesWith(none, lines, today), new Set())).toHaveLength(2);
});

test('a line that changes stays where it was shown, until the list is opened again', () => {
  const before = [line('ring before six', '10 May 2026'), line('the other', '12 May 2026')];
  const places = placesWith(none, before, today);
  const after = before.map((each, at) => (at === 0 ? { ...each, status: 'kept' as const } : each));
  expect(placesWith(places, after, today)).toBe(places);
  expect(shown(after, places)).toEqual(['# due', 'ring before six', 'the other']);
  expect(shown(after, placesWith(none, after, today))).toEqual(['# due', 'the other', '# kept']);
});

test('the day a commitment is due is the last on which it is not overdue', () => {
  const due = { status: 'open', due: today } as const;
  expect(groupOf(due, today)).toBe('due');
  expect(groupOf(due, Day.parse('2026-05-16'))).toBe('coming');
});

test('an edit holds only what was written anew, each as one line', () => {
  const seen = line('ring before six', 'soon');
  const { who, what, by, notice } = seen;
  expect(changeOf(seen, { who, what, by, notice })).toBeUndefined();
  expect(changeOf(seen, { who, what: ' ring before\nfive ', by: '', notice })).toEqual({
    what: 'ring before five',
    by: '',
  });
});

test('after a change elsewhere only what was typed here stands against it', () => {
  const seen = { who: 'I', what: 'ring before six', by: 'soon', notice: '' };
  const now = { who: 'Both of us', what: 'ring before five', by: '17 May 2026', notice: 'A call.' };
  expect(rebased({ ...seen, what: 'ring before six, sharp' }, seen, now)).toEqual({
    ...now,
    what: 'ring before six, sharp',
  });
  expect(rebased({ ...seen, by: '' }, seen, now)).toEqual({ ...now, by: '' });
  expect(rebased(seen, seen, now)).toEqual(now);
});
