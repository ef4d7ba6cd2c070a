import { expect, test } from 'vitest';
import { createLastSave } from '../../electron/main/last-save.ts';

test('an answer decides nothing that was asked after it', async () => {
  const asked: number[] = [];
  const lastSave = createLastSave(each => asked.push(each));
  const first = lastSave.ask('lock');
  const second = lastSave.ask('close');
  const [one = 0, two = 0] = asked;
  expect(lastSave.answered(one, true)).toBeNull();
  expect(await first).toBe(true);
  expect(lastSave.answered(two, false)).toBe('close');
  expect(await second).toBe(false);
  // There is nothing left to decide.
  expect(lastSave.answered(two, false)).toBeNull();
});

test('nobody is asked any more when the computer locks meanwhile, whatever the page says', async () => {
  const asked: number[] = [];
  const lastSave = createLastSave(each => asked.push(each));
  const byHand = lastSave.ask('lock');
  const byComputer = lastSave.tell();
  const [one = 0, two = 0] = asked;
  expect(lastSave.answered(one, false)).toBeNull();
  expect(await byHand).toBe(true);
  expect(lastSave.answered(two, false)).toBeNull();
  expect(await byComputer).toBe(true);
});
