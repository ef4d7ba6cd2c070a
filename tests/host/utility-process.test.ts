import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunningApp } from '../support/launch-app.ts';
import { launchFixture, type FixtureMain } from './fixture-app.ts';
import { until } from './until.ts';

let app: RunningApp;
beforeEach(async () => {
  app = await launchFixture();
});
afterEach(() => app.close());

const connect = () =>
  app.evaluateMain(() => {
    (globalThis as unknown as FixtureMain).connect();
  });

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const childId = () => app.evaluateMain(() => (globalThis as unknown as FixtureMain).child.pid ?? 0);

test('a port joins the page and a process of its own', async () => {
  await connect();
  const bytes = await app.page.evaluate(async () => {
    const reply = (await window.fixture.viaPort({
      text: 'ä',
      bytes: new Uint8Array([1, 2]),
      map: new Map([[1, undefined]]),
    })) as { echo: { text: string; bytes: Uint8Array; map: Map<number, unknown> }; args: string[] };
    const { echo, args } = reply;
    return [echo.text, [...echo.bytes], echo.map.has(1), args];
  });
  expect(bytes).toEqual(['ä', [1, 2], true, ['--word=hello']]);
  expect(await app.page.evaluate(() => window.fixture.portMessage())).toEqual({ note: 'for you' });
  expect(await childId()).not.toBe(await app.evaluateMain(() => process.pid));
});

test('killing the process ends it although it is busy, and closes the port in the page', async () => {
  await connect();
  await app.page.evaluate(() => window.fixture.viaPort('once'));
  const pid = await childId();
  expect(isAlive(pid)).toBe(true);
  const code = await app.evaluateMain(() => {
    const { child } = globalThis as unknown as FixtureMain;
    child.postMessage({ type: 'hang' });
    const exit = new Promise<number>(resolve => child.once('exit', resolve));
    setTimeout(() => child.kill(), 50);
    return exit;
  });
  expect(code).not.toBe(0);
  expect(isAlive(pid)).toBe(false);
  await until(() => app.page.evaluate(() => window.fixture.closedPorts() === 1));
});

test('a page that is left closes its end, and the process hears of it', async () => {
  await connect();
  await app.page.evaluate(() => window.fixture.viaPort('once'));
  const heard = await app.evaluateMain(async () => {
    const { child, main } = globalThis as unknown as FixtureMain;
    const message = new Promise(resolve => child.once('message', resolve));
    await main.loadURL('app://two/');
    return message;
  });
  expect(heard).toEqual({ type: 'port closed' });
});

test('a message of the main process is answered', async () => {
  const answer = await app.evaluateMain(() => {
    const { child } = globalThis as unknown as FixtureMain;
    const message = new Promise(resolve => child.once('message', resolve));
    child.postMessage({ type: 'ask', bytes: new Uint8Array([7]) });
    return message;
  });
  expect(answer).toEqual({ type: 'heard', data: { type: 'ask', bytes: new Uint8Array([7]) } });
});
