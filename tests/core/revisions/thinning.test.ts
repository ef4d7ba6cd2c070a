import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { revisionsToThin, type KeptText } from '#core/revisions/thinning.ts';
import { REVISION_REASONS } from '#shared/domain/revision.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 4, 17, 9, 30);

const staying = (kept: readonly KeptText[], now: number): readonly KeptText[] => {
  const gone = new Set(revisionsToThin(kept, now));
  return kept.filter(({ id }) => !gone.has(id));
};

/** Texts kept one after the other, over up to three years. */
const anyKept = fc
  .array(
    fc.record({
      reason: fc.constantFrom(...REVISION_REASONS),
      pause: fc.oneof(fc.nat({ max: 2 * HOUR }), fc.nat({ max: 20 * DAY })),
    }),
    { maxLength: 60 },
  )
  .map(steps => {
    let keptAt = NOW;
    return steps
      .map(({ reason, pause }, index) => {
        keptAt -= pause;
        return { id: String(index), reason, keptAt };
      })
      .toReversed();
  });

test('what is younger than a day all stays, and so does anything from the future', () => {
  fc.assert(
    fc.property(anyKept, fc.nat({ max: 400 * DAY }), (kept, back) => {
      const now = NOW - back;
      const gone = new Set(revisionsToThin(kept, now));
      const young = kept.filter(({ keptAt }) => now - keptAt < DAY);
      expect(young.filter(({ id }) => gone.has(id))).toEqual([]);
    }),
  );
});

test('what was about to be lost, and what was written in another copy, stays for 30 days', () => {
  fc.assert(
    fc.property(anyKept, kept => {
      const gone = new Set(revisionsToThin(kept, NOW));
      const saved = kept.filter(
        ({ reason, keptAt }) =>
          ['shrink', 'conflict', 'restore'].includes(reason) && NOW - keptAt < 30 * DAY,
      );
      expect(saved.filter(({ id }) => gone.has(id))).toEqual([]);
    }),
  );
});

test('the newest text always stays', () => {
  fc.assert(
    fc.property(anyKept, fc.nat({ max: 2000 * DAY }), (kept, later) => {
      const newest = kept.at(-1);
      const gone = revisionsToThin(kept, NOW + later);
      if (newest !== undefined) expect(gone).not.toContain(newest.id);
    }),
  );
});

test('every stretch that held a text still holds its last one', () => {
  fc.assert(
    fc.property(anyKept, fc.nat({ max: 900 * DAY }), (kept, later) => {
      const now = NOW + later;
      const left = staying(kept, now);
      for (const text of kept) {
        const week = 7 * DAY;
        const isNear = (other: KeptText) =>
          other.keptAt >= text.keptAt &&
          Math.floor(other.keptAt / week) === Math.floor(text.keptAt / week) &&
          (other.reason === 'conflict') === (text.reason === 'conflict');
        expect(left.some(isNear)).toBe(true);
      }
    }),
  );
});

test('thinned every few days or once at the end, the same texts stay', () => {
  fc.assert(
    fc.property(anyKept, fc.array(fc.nat({ max: 90 * DAY }), { maxLength: 12 }), (kept, pauses) => {
      let now = NOW;
      let often: readonly KeptText[] = kept;
      for (const pause of pauses) {
        now += pause;
        often = staying(often, now);
      }
      expect(staying(often, now)).toEqual(staying(kept, now));
    }),
  );
});

test('kept every ten minutes for two years, it is one an hour, then a day, then a week', () => {
  const kept = Array.from({ length: 2 * 365 * 144 }, (_, index) => ({
    id: String(index),
    reason: 'interval' as const,
    keptAt: NOW - (index + 1) * 600_000,
  }));
  const ages = staying(kept, NOW).map(({ keptAt }) => NOW - keptAt);
  const between = (from: number, to: number) => ages.filter(age => age > from && age <= to).length;
  expect(between(0, DAY)).toBe(144);
  expect(between(2 * DAY, 29 * DAY)).toBe(27 * 24);
  expect(between(40 * DAY, 360 * DAY)).toBe(320);
  expect(Math.abs(between(380 * DAY, 380 * DAY + 300 * DAY) - 300 / 7)).toBeLessThan(1.5);
});
