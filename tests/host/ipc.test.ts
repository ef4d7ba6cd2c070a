import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningApp } from '../support/launch-app.ts';
import { launchFixture, seenBy, type FixtureMain } from './fixture-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await launchFixture();
});
afterAll(() => app.close());

test('values make the round trip to the main process like structured clones', async () => {
  const kept = await app.page.evaluate(async () => {
    const bytes = new Uint8Array(300_000).map((_, index) => index);
    const shared = { n: 1 };
    const value = {
      bytes,
      nothing: undefined,
      none: null,
      map: new Map([['a', new Set([1n])]]),
      date: new Date(77),
      shared: [shared, shared],
    };
    const back = (await window.fixture.invoke('echo', value)) as typeof value;
    return {
      bytes: back.bytes.length === 300_000 && back.bytes.every((byte, i) => byte === bytes[i]),
      nothing: 'nothing' in back && back.nothing === undefined,
      none: back.none === null,
      map: back.map.get('a')?.has(1n),
      date: back.date instanceof Date && back.date.getTime() === 77,
      shared: back.shared[0] === back.shared[1],
    };
  });
  expect(kept).toEqual({
    bytes: true,
    nothing: true,
    none: true,
    map: true,
    date: true,
    shared: true,
  });
});

test('what can not be cloned is refused before it is sent', async () => {
  const refusals = await app.page.evaluate(() =>
    Promise.all(
      [() => 1, Symbol('s'), { deep: { f: () => 1 } }, document.body].map(value =>
        // In a function of its own, for some are refused at once and some by the promise.
        (async () => window.fixture.invoke('echo', value))().then(
          () => 'sent',
          () => 'refused',
        ),
      ),
    ),
  );
  expect(refusals).toEqual(['refused', 'refused', 'refused', 'refused']);
});

test('an error of a handler reaches the page as Electron words it', async () => {
  const failure = app.page.evaluate(() => window.fixture.invoke('fail'));
  await expect(failure).rejects.toThrow("Error invoking remote method 'fail': Error: on purpose");
  const unknown = app.page.evaluate(() => window.fixture.invoke('nobody'));
  await expect(unknown).rejects.toThrow("No handler registered for 'nobody'");
});

test('a call names the top frame of its window and the address the app knows', async () => {
  expect(await app.page.evaluate(() => window.fixture.invoke('where'))).toEqual({
    top: true,
    url: 'app://one/',
    origin: 'app://one',
  });
});

test('messages go both ways, and a listener that left hears nothing', async () => {
  const heard = await app.page.evaluate(async () => {
    const values: unknown[] = [];
    const leave = window.fixture.onAnswer(value => values.push(value));
    window.fixture.send('first');
    while (values.length === 0) await new Promise(next => setTimeout(next, 5));
    leave();
    window.fixture.send('second');
    await window.fixture.invoke('echo');
    return values;
  });
  expect(heard).toEqual(['first']);
  expect((await seenBy(app)).sent).toEqual(['first', 'second']);
});

test('the page can not change, replace or look behind what the preload exposed', async () => {
  const seen = await app.page.evaluate(() => {
    'use strict';
    const attempts = [
      () => Object.assign(window, { fixture: 1 }),
      () => Object.assign(window.fixture, { invoke: 1 }),
      () => Reflect.deleteProperty(window, 'fixture') || thrown(),
      () => Object.defineProperty(window, 'fixture', { value: 1 }),
    ];
    function thrown(): never {
      throw new Error('refused');
    }
    const outcomes = attempts.map(attempt => {
      try {
        attempt();
        return 'changed';
      } catch {
        return 'refused';
      }
    });
    const own = Object.getOwnPropertyNames(window).filter(name =>
      /^host|^preload|electron/.test(name),
    );
    return { outcomes, own, node: [typeof globalThis.process, 'require' in window] };
  });
  expect(seen).toEqual({
    outcomes: ['refused', 'refused', 'refused', 'refused'],
    own: [],
    node: ['undefined', false],
  });
});

test('what the page does to its own prototypes does not reach the preload', async () => {
  const isClean = await app.page.evaluate(() => {
    const everyObject = Object.getPrototypeOf({}) as Record<string, unknown>;
    everyObject['stolen'] = 1;
    const clean = window.fixture.polluted();
    delete everyObject['stolen'];
    return clean;
  });
  expect(isClean).toBe(true);
});

test('a frame in the page has neither the bridge nor the line to the host', async () => {
  const inFrame = await app.page.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    await new Promise(next => setTimeout(next, 50));
    const inner = frame.contentWindow as (Window & Record<string, unknown>) | null;
    const names = Object.getOwnPropertyNames(inner).filter(name => /^host|fixture/i.test(name));
    frame.remove();
    return names;
  });
  expect(inFrame).toEqual([]);
});

test('a call takes a few milliseconds at most, so that typing never waits for it', async () => {
  const median = await app.page.evaluate(async () => {
    const times: number[] = [];
    for (let n = 0; n < 200; n += 1) {
      const start = performance.now();
      await window.fixture.invoke('echo', { id: n, text: 'a few words of a letter' });
      times.push(performance.now() - start);
    }
    return times.toSorted((a, b) => a - b)[100] ?? Infinity;
  });
  expect(median).toBeLessThan(5);
});

test('what the main process says before the page is there reaches that page', async () => {
  await app.evaluateMain(() => {
    const { main } = globalThis as unknown as FixtureMain;
    void main.loadURL('app://one/');
    main.webContents.send('answer', 'lost or heard, but no error');
  });
  await app.page.waitForFunction(() => window.fixture.url.startsWith('https://one.'));
});
