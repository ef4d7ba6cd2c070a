import { expect, test } from 'vitest';
import { reminderOf } from '../../../renderer/features/home/recovery-reminder.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = 1_000 * DAY;
const known = { exists: true, madeAt: NOW, confirmedAt: NOW, canBeShown: false, askedAt: null };

test('a code that was typed in lately is not spoken of', () => {
  expect(reminderOf(known, NOW + 89 * DAY)).toBeNull();
});

test('a code that is still shown shall be kept, one that is gone shall be typed in', () => {
  expect(reminderOf({ ...known, confirmedAt: null, canBeShown: true }, NOW)).toBe('keep');
  expect(reminderOf({ ...known, confirmedAt: null }, NOW)).toBe('type');
});

test('after three months it is asked for again, and once put aside, after three more', () => {
  const later = NOW + 91 * DAY;
  expect(reminderOf(known, later)).toBe('find');
  expect(reminderOf({ ...known, askedAt: later }, later + 89 * DAY)).toBeNull();
  expect(reminderOf({ ...known, askedAt: later }, later + 91 * DAY)).toBe('find');
});

test('a clock that was far ahead does not silence the question', () => {
  expect(reminderOf({ ...known, confirmedAt: NOW + 900 * DAY }, NOW)).toBe('find');
});
