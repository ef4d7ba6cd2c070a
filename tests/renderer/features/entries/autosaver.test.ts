import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DraftSaved } from '#shared/domain/entry.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { createAutosaver } from '../../../../renderer/features/entries/autosaver.ts';

const OPENED_AT = new Date('2026-05-17T12:00:00Z').getTime();
const diskFull: AppError = { code: 'disk.full', path: '/vault.db' };

beforeEach(() => {
  vi.useFakeTimers({ now: OPENED_AT });
});

afterEach(() => {
  vi.useRealTimers();
});

/** A letter in the window and a disk that answers when it is told to. */
function openLetter() {
  let text = '';
  let stored = { text: '', version: 1 };
  let failure: AppError | null = null;
  const sends: { text: string; seq: number; base: number; at: number }[] = [];
  let settled = 0;
  let answerMs = 30;

  async function save(seq: number, base: number): Promise<Result<DraftSaved, AppError>> {
    const sent = text;
    sends.push({ text: sent, seq, base, at: Date.now() - OPENED_AT });
    await new Promise(resolve => setTimeout(resolve, answerMs));
    if (failure !== null) return err(failure);
    if (base !== stored.version) return err({ code: 'entry.conflict', latestVersion: 9 });
    stored = { text: sent, version: base + 1 };
    return ok({ seq, version: stored.version, savedAt: Date.now(), wordCount: 1 });
  }

  const saver = createAutosaver(1, OPENED_AT - 5000, { save, settle: () => (settled += 1) });
  return {
    saver,
    sends,
    type(more: string) {
      text += more;
      saver.changed();
    },
    disk: () => stored.text,
    settled: () => settled,
    failWith: (error: AppError | null) => (failure = error),
    answerAfter: (ms: number) => (answerMs = ms),
  };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('a change that reading the text brings to light waits for the save under way', async () => {
  const sends: { seq: number; base: number }[] = [];
  let pending = true;
  const saver = createAutosaver(1, OPENED_AT, {
    async save(seq, base) {
      if (pending) {
        pending = false;
        saver.changed();
      }
      sends.push({ seq, base });
      await new Promise(resolve => setTimeout(resolve, 30));
      return ok({ seq, version: base + 1, savedAt: Date.now(), wordCount: 1 });
    },
    settle: () => undefined,
  });
  saver.changed();
  await pass(5_000);
  expect(sends).toEqual([
    { seq: 1, base: 1 },
    { seq: 2, base: 2 },
  ]);
  expect(saver.status().name).toBe('saved');
});

describe('when typing is saved', () => {
  test('opening a letter saves nothing, however long it stays open', async () => {
    const letter = openLetter();
    await pass(60_000);
    expect(letter.sends).toEqual([]);
    expect(letter.saver.status()).toEqual({ name: 'saved', at: OPENED_AT - 5000 });
    expect(letter.settled()).toBe(0);
  });

  test('a rest of 400 ms saves', async () => {
    const letter = openLetter();
    letter.type('a');
    await pass(399);
    expect(letter.sends).toHaveLength(0);
    await pass(1);
    expect(letter.sends).toMatchObject([{ text: 'a', base: 1, at: 400 }]);
  });

  test('typing without a rest is saved 600 ms after its first unsaved letter', async () => {
    const letter = openLetter();
    for (let i = 0; i < 40; i += 1) {
      letter.type('x');
      await pass(100);
    }
    const gaps = letter.sends.map(({ at }, i) => at - (letter.sends[i - 1]?.at ?? 0));
    expect(letter.sends.length).toBeGreaterThan(4);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(700);
  });

  test('what is on the disk is never more than a second behind, even when the disk is slow', async () => {
    const letter = openLetter();
    letter.answerAfter(300);
    const typed: { text: string; at: number }[] = [];
    let text = '';
    for (let i = 0; i < 200; i += 1) {
      text += 'y';
      letter.type('y');
      typed.push({ text, at: Date.now() });
      await pass(37);
      const mustHave = typed.findLast(({ at }) => at <= Date.now() - 1000)?.text ?? '';
      expect(letter.disk().startsWith(mustHave)).toBe(true);
    }
  });

  test('there is one save at a time, and the next one carries the newest text and version', async () => {
    const letter = openLetter();
    letter.answerAfter(2000);
    letter.type('a');
    await pass(500);
    letter.type('b');
    letter.type('c');
    await pass(1500);
    expect(letter.sends).toHaveLength(1);
    await pass(401);
    expect(letter.sends).toMatchObject([
      { text: 'a', base: 1 },
      { text: 'abc', base: 2 },
    ]);
  });
});

describe('what is shown', () => {
  test('"saved" only comes back when the newest change is acknowledged', async () => {
    const letter = openLetter();
    letter.answerAfter(100);
    letter.type('a');
    expect(letter.saver.status().name).toBe('saving');
    await pass(450);
    letter.type('b');
    await pass(60);
    expect(letter.disk()).toBe('a');
    expect(letter.saver.status().name).toBe('saving');
    await pass(600);
    expect(letter.disk()).toBe('ab');
    expect(letter.saver.status()).toMatchObject({ name: 'saved' });
  });

  test('a failed save stays shown while it is tried again, and goes when it works', async () => {
    const letter = openLetter();
    letter.failWith(diskFull);
    letter.type('a');
    await pass(430);
    expect(letter.saver.status()).toEqual({ name: 'failed', error: diskFull });
    await pass(2010);
    expect(letter.sends).toHaveLength(2);
    expect(letter.saver.status().name).toBe('failed');
    letter.failWith(null);
    await pass(4100);
    expect(letter.disk()).toBe('a');
    expect(letter.saver.status().name).toBe('saved');
  });

  test('after failures it is tried ever more rarely, but never given up', async () => {
    const letter = openLetter();
    letter.answerAfter(0);
    letter.failWith(diskFull);
    letter.type('a');
    await pass(200_000);
    const seconds = letter.sends
      .slice(1)
      .map(({ at }, i) => Math.round((at - (letter.sends[i]?.at ?? 0)) / 1000));
    expect(seconds.slice(0, 6)).toEqual([2, 4, 8, 16, 30, 30]);
  });

  test('typing during a failure does not hurry the next try', async () => {
    const letter = openLetter();
    letter.answerAfter(0);
    letter.failWith(diskFull);
    letter.type('a');
    await pass(401);
    for (let i = 0; i < 10; i += 1) {
      letter.type('b');
      await pass(150);
    }
    expect(letter.sends).toHaveLength(1);
  });

  test('a conflict is not tried again by itself, and overwrites nothing', async () => {
    const letter = openLetter();
    letter.failWith({ code: 'entry.conflict', latestVersion: 7 });
    letter.type('mine');
    await pass(120_000);
    expect(letter.sends).toHaveLength(1);
    expect(letter.saver.status()).toMatchObject({ error: { code: 'entry.conflict' } });
  });

  test('a save that breaks instead of answering is shown as failed', async () => {
    const saver = createAutosaver(1, 0, {
      save: () => Promise.reject(new Error('bug')),
      settle: () => undefined,
    });
    saver.changed();
    expect(await saver.flush()).toBe(false);
    expect(saver.status()).toMatchObject({ name: 'failed', error: { code: 'internal' } });
  });
});

describe('flushing', () => {
  test('takes the text in the same turn, before anything else can happen to it', () => {
    const letter = openLetter();
    letter.type('now');
    void letter.saver.flush();
    expect(letter.sends).toMatchObject([{ text: 'now', at: 0 }]);
  });

  test('with nothing unsaved it answers at once and saves nothing', async () => {
    const letter = openLetter();
    expect(await letter.saver.flush()).toBe(true);
    expect(letter.sends).toEqual([]);
  });

  test('during a save it waits, and answers only when the newest text is on the disk', async () => {
    const letter = openLetter();
    letter.answerAfter(200);
    letter.type('a');
    await pass(450);
    letter.type('b');
    const flushed = letter.saver.flush();
    letter.type('c');
    await pass(1000);
    expect(await flushed).toBe(true);
    expect(letter.disk()).toBe('abc');
  });

  test('says so when the text could not be saved', async () => {
    const letter = openLetter();
    letter.failWith(diskFull);
    letter.type('a');
    const flushed = letter.saver.flush();
    await pass(50);
    expect(await flushed).toBe(false);
    expect(letter.saver.status().name).toBe('failed');
  });

  test('tries again at once, whatever pause a failure had begun', async () => {
    const letter = openLetter();
    letter.failWith(diskFull);
    letter.type('a');
    await pass(500);
    letter.failWith(null);
    const flushed = letter.saver.flush();
    await pass(40);
    expect(await flushed).toBe(true);
    expect(letter.disk()).toBe('a');
  });
});

describe('coming to rest', () => {
  test('a letter settles after 20 quiet seconds, once', async () => {
    const letter = openLetter();
    letter.type('a');
    await pass(19_000);
    letter.type('b');
    await pass(19_000);
    expect(letter.settled()).toBe(0);
    await pass(60_000);
    expect(letter.settled()).toBe(1);
  });

  test('it settles when attention leaves it, but not when nothing was saved', async () => {
    const letter = openLetter();
    await letter.saver.rest();
    expect(letter.settled()).toBe(0);
    letter.type('a');
    const rested = letter.saver.rest();
    await pass(40);
    await rested;
    expect(letter.settled()).toBe(1);
  });

  test('a discarded letter is never saved or settled again', async () => {
    const letter = openLetter();
    letter.failWith(diskFull);
    letter.type('a');
    await pass(500);
    letter.saver.discard();
    letter.failWith(null);
    await pass(120_000);
    expect(letter.disk()).toBe('');
    expect(letter.sends).toHaveLength(1);
    expect(await letter.saver.rest()).toBe(true);
    expect(letter.settled()).toBe(0);
  });
});

test.each<AppError>([
  { code: 'entry.emptied', latestVersion: 1 },
  { code: 'entry.tooLarge', limit: 4 },
])('what was refused for its text is tried again when that is another: $code', async error => {
  const open = openLetter();
  open.failWith(error);
  open.type('a');
  await pass(60_000);
  expect(open.saver.status()).toEqual({ name: 'failed', error });
  open.failWith(null);
  open.type('b');
  expect(open.saver.status()).toEqual({ name: 'failed', error });
  await pass(1_000);
  expect(open.disk()).toBe('ab');
  expect(open.saver.status()).toMatchObject({ name: 'saved' });
});
