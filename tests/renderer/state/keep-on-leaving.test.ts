import { expect, it, onTestFinished } from 'vitest';
import { keepAll, keepOnLeaving } from '../../../renderer/state/keep-on-leaving.ts';

const keep = (form: () => Promise<boolean>): void => onTestFinished(keepOnLeaving(form));

it('says that all was kept, also when there is nothing to keep', async () => {
  expect(await keepAll()).toBe(true);
  keep(() => Promise.resolve(true));
  expect(await keepAll()).toBe(true);
});

it('says when something was not kept, and keeps the rest', async () => {
  const kept: string[] = [];
  const form = (name: string, isKept: boolean) =>
    keep(async () => {
      await Promise.resolve();
      kept.push(name);
      return isKept;
    });
  form('one', true);
  form('two', false);
  keep(() => {
    throw new Error('a form that is broken');
  });
  keep(() => Promise.reject(new Error('a form that is broken')));
  form('three', true);
  expect(await keepAll()).toBe(false);
  expect(kept).toEqual(['one', 'two', 'three']);
});
