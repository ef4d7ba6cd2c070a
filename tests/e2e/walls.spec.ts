import { readFileSync } from 'node:fs';
import type { Bridge } from '#shared/ipc/bridge.ts';
import { test as firstRun } from '../support/fixtures.ts';
import { expect, test } from '../support/ready.ts';
import { createVault, lock, newLetterButton, openVault, unlock } from '../support/steps.ts';
import { hasProc, pidsOf } from '../support/processes.ts';

declare global {
  interface Window {
    readonly bridge: Bridge;
  }
}

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'none'; media-src 'none'; object-src 'none'; frame-src 'none'; child-src 'none'; worker-src 'none'; manifest-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types amends-paste";

const HEADERS = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), clipboard-read=(), usb=(), serial=(), hid=(), bluetooth=(), idle-detection=()',
  'cache-control': 'no-store',
};

firstRun(
  'both pages come with the whole content security policy and break none of it',
  async ({ launch }) => {
    const { page } = await launch();
    const violations: string[] = [];
    page.on('console', message => {
      if (/Content Security Policy|TrustedHTML|Trusted Type/i.test(message.text())) {
        violations.push(message.text());
      }
    });
    for (const step of [() => page.reload(), () => createVault(page).then(() => page.reload())]) {
      const response = await step();
      expect(response?.headers()['content-security-policy']).toBe(POLICY);
      expect(response?.headers()).toMatchObject(HEADERS);
    }
    expect(violations).toEqual([]);
  },
);

test('the page sees two functions and nothing of Node or Electron', async ({ launch }) => {
  const { page } = await launch();
  await openVault(page);
  const seen = await page.evaluate(() => ({
    bridge: Object.keys(window.bridge).toSorted(),
    node: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer'].filter(
      name => name in globalThis,
    ),
  }));
  expect(seen).toEqual({ bridge: ['invoke', 'subscribe'], node: [] });
});

test('no address can be opened, fetched, framed or shown in a window', async ({ launch }) => {
  const { page } = await launch();
  await openVault(page);
  const before = page.url();
  const outcomes = await page.evaluate(async () => {
    const addresses = [
      'https://example.com/',
      'http://127.0.0.1:9/',
      'file:///etc/passwd',
      'data:text/html,hello',
      'app://amends/../../package.json',
      'app://amends/%2e%2e/%2e%2e/package.json',
    ];
    const reached: string[] = [];
    for (const address of addresses) {
      await fetch(address).then(
        () => reached.push(`fetch ${address}`),
        () => 0,
      );
      if (window.open(address) !== null) reached.push(`window ${address}`);
      const image = new Image();
      const loaded = new Promise<boolean>(resolve => {
        image.addEventListener('load', () => {
          resolve(true);
        });
        image.addEventListener('error', () => {
          resolve(false);
        });
      });
      image.src = address;
      if (await loaded) reached.push(`image ${address}`);
      const link = document.createElement('a');
      link.href = address;
      document.body.append(link);
      link.click();
      link.remove();
    }
    return reached;
  });
  expect(outcomes).toEqual([]);
  await page.waitForTimeout(300);
  expect(page.url()).toBe(before);
  expect(page.context().pages()).toHaveLength(1);
  await expect(newLetterButton(page)).toBeVisible();
});

test('no path leads out of the built pages, and no host but ours answers', async ({ launch }) => {
  const { page, evaluateMain } = await launch();
  await openVault(page);
  const outcomesOf = (addresses: readonly string[]) =>
    evaluateMain(async ({ BrowserWindow, session }, urls) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { session: session.fromPartition('amends') },
      });
      const outcomes: [url: string, outcome: string][] = [];
      for (const url of urls) {
        const outcome = await window.loadURL(url).then(() => 'shown', String);
        // What is neither shown nor an error of the server would be a download, cut off.
        const refused = outcome.includes('ERR_HTTP_RESPONSE_CODE_FAILURE');
        outcomes.push([url, refused ? 'not there' : outcome]);
      }
      window.destroy();
      return outcomes;
    }, addresses);
  const outside = [
    'app://amends/../main/index.js',
    'app://amends/%2e%2e/main/index.js',
    'app://amends/..%2fmain%2findex.js',
    'app://amends/..%2f..%2fpackage.json',
    'app://amends/%2e%2e%2f%2e%2e%2fpackage.json',
    'app://amends/..%5c..%5cpackage.json',
    'app://amends//etc/passwd',
    'app://amends/%2fetc%2fpasswd',
    'app://unlock/../preload/preload.cjs',
    'app://print/../main/index.js',
    'app://print/..%2fmain%2findex.js',
    'app://print/',
    'app://print/00000000-0000-4000-8000-000000000000',
    'app://other/',
    'app://other/index.html',
    'app://amends.other/index.html',
  ];
  const inside = [
    'app://amends/',
    'app://amends/index.html',
    'app://unlock/',
    'app://unlock-again/',
  ];
  expect(await outcomesOf([...outside, ...inside])).toEqual([
    ...outside.map(url => [url, 'not there']),
    ...inside.map(url => [url, 'shown']),
  ]);
});

test('calls that do not fit the contract are refused and change nothing', async ({ launch }) => {
  const { page } = await launch();
  await openVault(page);
  const answers = await page.evaluate(async () => {
    const deep: { next?: unknown } = {};
    let at: { next?: unknown } = deep;
    for (let level = 0; level < 500; level += 1) {
      const next: { next?: unknown } = {};
      at.next = next;
      at = next;
    }
    const payloads = [undefined, null, 1, 'x', [], {}, { id: 'x' }, deep, new Date(), 10n, NaN];
    const names = [
      'vault.create',
      'vault.unlock',
      'vault.changePassphrase',
      'journeys.create',
      'entries.get',
      'entries.create',
      'entries.saveDraft',
      'entries.settle',
      'entries.trash',
      'entries.printDocument',
      'exports.preview',
      'exports.prepare',
      'shell.runExport',
      'search.find',
      'shell.setTheme',
      'shell.openVault',
      'shell.newVault',
      'shell.nameVault',
      'shell.moveVault',
      'shell.forgetVault',
      'shell.flushed',
      'shell.print',
      'shell.printPreview',
      'shell.savePdf',
      'no.such',
      'shell.no',
      '__proto__',
      'toString',
      'constructor',
    ];
    const codes = new Set<string>();
    for (const name of names) {
      for (const payload of payloads) {
        const reply = (await window.bridge.invoke(name, payload)) as {
          ok: boolean;
          error?: { code: string };
        };
        codes.add(reply.ok ? `accepted ${name}` : (reply.error?.code ?? 'none'));
      }
    }
    codes.add(
      ((await window.bridge.invoke('entries.get', () => 1)) as { error: { code: string } }).error
        .code,
    );
    return [...codes].toSorted();
  });
  expect(answers).toEqual(['ipc.invalidInput', 'ipc.unknownProcedure']);
  await lock(page);
  await unlock(page);
});

test('while locked, nothing of a letter is answered', async ({ launch }) => {
  const { page } = await launch();
  await openVault(page);
  await lock(page);
  const codes = await page.evaluate(async () => {
    const names = ['entries.list', 'journeys.list', 'settings.get', 'history.undo', 'history.redo'];
    const replies = await Promise.all(names.map(name => window.bridge.invoke(name, undefined)));
    return replies.map(reply => (reply as { error: { code: string } }).error.code);
  });
  expect(new Set(codes)).toEqual(new Set(['vault.locked']));
});

test('the title of the window never says what is open', async ({ launch }) => {
  const { page, evaluateMain } = await launch();
  await openVault(page);
  await newLetterButton(page).click();
  await page.keyboard.press('Escape');
  const titles = await evaluateMain(electron =>
    electron.BrowserWindow.getAllWindows().map(window => window.getTitle()),
  );
  expect(titles).toEqual(['Amends']);
  expect(await page.title()).toBe('Amends');
});

test('a locked page can ask the shell where the vault is, and can not talk itself in', async ({
  launch,
}) => {
  const { page, userDataDir } = await launch();
  await openVault(page);
  await lock(page);
  const replies = await page.evaluate(async () => ({
    info: (await window.bridge.invoke('shell.info', undefined)) as {
      value: { vaultFolder: string };
    },
    enter: (await window.bridge.invoke('shell.enter', undefined)) as { ok: boolean },
    flushed: (await window.bridge.invoke('shell.flushed', {
      asked: 1,
      saved: false,
    })) as { ok: boolean },
    lock: (await window.bridge.invoke('shell.lock', undefined)) as { ok: boolean },
  }));
  expect(replies.info.value.vaultFolder.startsWith(userDataDir)).toBe(true);
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  expect(new URL(page.url()).host).toMatch(/^unlock(-again)?\b/);
});

test('a crash of the app would not write its memory to the disk', async ({ launch }) => {
  test.skip(!hasProc, 'what a crash would write is said in /proc, which only Linux has');
  const app = await launch();
  const pids = [...(await pidsOf(app, 'main')), ...(await pidsOf(app, 'vault'))];
  const filters = pids.map(pid => readFileSync(`/proc/${pid}/coredump_filter`, 'latin1'));
  expect(filters.map(filter => Number.parseInt(filter, 16))).toEqual([0, 0]);
});
