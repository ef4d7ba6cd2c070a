import { expect, test } from 'vitest';
import { createHand } from '../../../renderer/editor/hand.ts';

test('a change right after a key is made by hand, one that comes by itself is not', () => {
  let now = 0;
  const hand = createHand(() => now);
  hand.textChanged();
  expect(hand.madeLastChange()).toBe(false);
  hand.act();
  now += 20;
  hand.textChanged();
  now += 60_000;
  expect(hand.madeLastChange()).toBe(true);
  hand.textChanged();
  expect(hand.madeLastChange()).toBe(false);
});
