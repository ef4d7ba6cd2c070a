import { createServer, type Server } from 'node:http';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RunningApp } from '../support/launch-app.ts';
import { launchFixture, openIn, seenBy, type FixtureMain } from './fixture-app.ts';
import { until } from './until.ts';

let app: RunningApp;
let outside: Server;
let address: string;
const visits: string[] = [];

beforeAll(async () => {
  outside = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.end('found');
  });
  outside.on('connection', () => visits.push('connection'));
  await new Promise<void>(ready => outside.listen(0, '127.0.0.1', ready));
  address = `127.0.0.1:${(outside.address() as AddressInfo).port}`;
  app = await launchFixture();
});
afterAll(async () => {
  await app.close();
  await new Promise(done => outside.close(done));
});
beforeEach(async () => {
  await openIn(app, 'app://one/');
  await app.evaluateMain(() => {
    const { seen } = globalThis as unknown as FixtureMain;
    for (const list of Object.values(seen)) list.length = 0;
  });
});

const pagesOf = (): number => app.page.context().pages().length;

test('a page has the status and the headers of the handler, and its policy holds', async () => {
  const response = await app.page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', event => {
      violations.push(event.effectiveDirective);
    });
    const style = document.createElement('style');
    style.textContent = 'h1 { color: red }';
    document.body.append(style);
    await new Promise(next => setTimeout(next, 100));
    const [entry] = performance.getEntriesByType('navigation');
    return {
      violations,
      title: document.title,
      status: (entry as PerformanceNavigationTiming).responseStatus,
      secure: isSecureContext,
      script: document.body.dataset['script'],
    };
  });
  expect(response).toEqual({
    violations: ['style-src-elem'],
    title: 'one',
    status: 203,
    secure: true,
    script: 'object',
  });
});

test('no request of a page leaves, whatever it is for', async () => {
  // A page without any policy, so that only the host is in the way.
  await openIn(app, 'app://open/');
  const reached = await app.page.evaluate(async host => {
    const url = `http://${host}/`;
    const settled = (target: EventTarget, good: string) =>
      new Promise<void>((loaded, failed) => {
        target.addEventListener(good, () => loaded());
        target.addEventListener('error', failed);
        setTimeout(failed, 1500);
      });
    const added = (tag: 'img' | 'iframe' | 'link', values: object) => {
      const element = Object.assign(document.createElement(tag), values);
      document.body.append(element);
      return settled(element, 'load');
    };
    const source = `fetch("${url}worker").then(() => postMessage(1), () => close())`;
    const tries: Record<string, () => Promise<unknown>> = {
      fetch: () => fetch(`${url}fetch`),
      opaque: () => fetch(`${url}opaque`, { mode: 'no-cors' }),
      image: () => added('img', { src: `${url}image` }),
      style: () => added('link', { rel: 'stylesheet', href: `${url}style` }),
      frame: () => added('iframe', { src: `${url}frame` }),
      preconnect: () => added('link', { rel: 'preconnect', href: url }),
      socket: () => settled(new WebSocket(`ws://${host}/socket`), 'open'),
      events: () => settled(new EventSource(`${url}events`), 'open'),
      worker: () => settled(new Worker(URL.createObjectURL(new Blob([source]))), 'message'),
    };
    navigator.sendBeacon(`${url}beacon`, 'words');
    const outcomes = await Promise.allSettled(Object.values(tries).map(attempt => attempt()));
    return Object.keys(tries).filter((_name, at) => outcomes[at]?.status === 'fulfilled');
  }, address);
  expect(reached).toEqual([]);
  expect(visits).toEqual([]);
});

test('window.open gives nothing, tells the app, and leaves no page behind', async () => {
  const opened = await app.page.evaluate(() => [
    window.open('https://example.com/'),
    window.open('about:blank'),
    window.open(''),
  ]);
  expect(opened).toEqual([null, null, null]);
  await app.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/link';
    link.target = '_blank';
    document.body.append(link);
    link.click();
  });
  await until(async () => (await seenBy(app)).opened.includes('https://example.com/link'));
  expect((await seenBy(app)).opened.slice(0, 2)).toEqual(['https://example.com/', 'about:blank']);
  await until(() => pagesOf() === 1);
  expect(await app.page.evaluate(() => document.title)).toBe('one');
});

test.each([
  ['another page of the app', 'https://two.localhost/'],
  ['a site', 'https://example.com/'],
  ['a site without a name', 'http://127.0.0.1:1/'],
  ['a file', 'file:///etc/passwd'],
  ['a data: address', 'data:text/html,<title>x</title>'],
  ['an empty page', 'about:blank'],
])('a page can not move to %s', async (_name, url) => {
  const here = app.page.url();
  await app.page.evaluate(to => {
    window.location.href = to;
  }, url);
  await new Promise(next => setTimeout(next, 300));
  expect(await app.page.evaluate(() => [location.href, document.title])).toEqual([here, 'one']);
});

test('the app is asked before a page moves, and may allow it', async () => {
  await app.page.evaluate(() => {
    window.location.href = 'https://two.localhost/';
  });
  await until(async () => (await seenBy(app)).navigations.includes('app://two/'));
  expect((await seenBy(app)).navigations).toEqual(['app://two/', 'app://two/']);
});

test('the address bar of a test is the app: a page may be loaded again', async () => {
  await app.page.reload();
  expect(await app.page.title()).toBe('one');
  expect((await seenBy(app)).navigations).toEqual([]);
});

test('nothing is downloaded', async () => {
  const names = () => {
    const folder = join(homedir(), 'Downloads');
    return existsSync(folder) ? readdirSync(folder) : [];
  };
  const before = names();
  await app.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['words']));
    link.download = 'amends-download-test.txt';
    document.body.append(link);
    link.click();
  });
  await new Promise(next => setTimeout(next, 500));
  expect(names()).toEqual(before);
});

test('no permission is given', async () => {
  const states = await app.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'];
    return Promise.all(
      names.map(async name => (await navigator.permissions.query({ name } as never)).state),
    );
  });
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'denied']);
});
