import type Electron from 'electron';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunningApp } from '../support/launch-app.ts';
import { launchFixture, openIn, seenBy, type FixtureMain } from './fixture-app.ts';
import { until } from './until.ts';

let app: RunningApp;
beforeEach(async () => {
  app = await launchFixture({ colorScheme: 'light' });
});
afterEach(() => app.close());

test('an accelerator of the menu works while the page has the focus, unless it is only shown', async () => {
  await app.page.locator('#field').focus();
  await app.page.keyboard.press('ControlOrMeta+Shift+7');
  await app.page.keyboard.press('ControlOrMeta+j');
  await until(async () => (await seenBy(app)).clicks.length > 0);
  expect((await seenBy(app)).clicks).toEqual(['note']);
});

test('what the page handles itself is no accelerator', async () => {
  await app.page.evaluate(() => {
    window.addEventListener('keydown', event => {
      event.preventDefault();
    });
  });
  await app.page.keyboard.press('ControlOrMeta+Shift+7');
  await app.page.evaluate(() => window.fixture.invoke('echo'));
  expect((await seenBy(app)).clicks).toEqual([]);
});

test('keys of a browser do nothing, keys of writing do what they always do', async () => {
  const field = app.page.locator('#field');
  await field.fill('some words');
  for (const key of [
    'Control+t',
    'Control+n',
    'Control+o',
    'F12',
    'F5',
    'Control+r',
    'Control+u',
  ]) {
    await app.page.keyboard.press(key);
  }
  await app.page.keyboard.press('ControlOrMeta+a');
  await app.page.keyboard.press('Backspace');
  await expect.poll(() => field.inputValue()).toBe('');
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => field.inputValue()).toBe('some words');
  expect(app.page.context().pages()).toHaveLength(1);
});

test('a menu item acts as if a person had chosen it, but not while it is disabled', async () => {
  await app.evaluateMain(({ Menu }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById('note');
    item?.click();
    if (item) item.enabled = false;
    item?.click();
  });
  expect((await seenBy(app)).clicks).toEqual(['note']);
});

test('an editing command of the main process acts where the caret is', async () => {
  await app.page.locator('#field').fill('words');
  await app.page.locator('#field').focus();
  await app.evaluateMain(() => {
    const { main } = globalThis as unknown as FixtureMain;
    main.webContents.selectAll();
    main.webContents.delete();
  });
  await expect.poll(() => app.page.locator('#field').inputValue()).toBe('');
});

test('the theme that the app chose is what its pages prefer, also on another origin', async () => {
  const isDark = () => app.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  expect(await isDark()).toBe(false);
  const inMain = await app.evaluateMain(({ nativeTheme }) => {
    const before = nativeTheme.shouldUseDarkColors;
    nativeTheme.themeSource = 'dark';
    return [before, nativeTheme.shouldUseDarkColors];
  });
  expect(inMain).toEqual([false, true]);
  await expect.poll(isDark).toBe(true);
  await openIn(app, 'app://two/');
  expect(await isDark()).toBe(true);
});

test('a window that will not close calls the quitting off', async () => {
  const outcome = await app.evaluateMain(({ app: electronApp, BrowserWindow }) => {
    const { main } = globalThis as unknown as FixtureMain;
    const events: string[] = [];
    main.once('close', event => {
      events.push('close');
      event.preventDefault();
    });
    electronApp.on('will-quit', () => events.push('will-quit'));
    electronApp.quit();
    return [...events, BrowserWindow.getAllWindows().length];
  });
  expect(outcome).toEqual(['close', 1]);
  expect(await app.page.title()).toBe('one');
});

test('the window knows its place, its page, and what a test may ask of it', async () => {
  const known = await app.evaluateMain(({ BrowserWindow, screen, webContents }) => {
    const { main } = globalThis as unknown as FixtureMain;
    const area = screen.getDisplayMatching(main.getBounds()).workArea;
    main.setBounds({ x: 5, y: 6, width: 900, height: 600 });
    main.setContentProtection(true);
    return {
      bounds: main.getBounds(),
      fits: area.width >= 1000 && area.height >= 700,
      same: BrowserWindow.fromWebContents(main.webContents) === main,
      all: [BrowserWindow.getAllWindows().length, webContents.getAllWebContents().length],
      shown: [main.isVisible(), main.isMinimized(), main.isContentProtected()],
    };
  });
  expect(known).toEqual({
    bounds: { x: 5, y: 6, width: 900, height: 600 },
    fits: true,
    same: true,
    all: [1, 1],
    shown: [true, false, true],
  });
  await expect.poll(() => app.page.evaluate(() => [innerWidth, innerHeight])).toEqual([900, 600]);
});

test('a page that crashed is reported, and another one can be opened', async () => {
  const reason = await app.evaluateMain(async () => {
    const { main } = globalThis as unknown as FixtureMain;
    const gone = new Promise<string>(resolve => {
      main.webContents.once('render-process-gone', (_event, details) => {
        resolve(details.reason);
      });
    });
    void main.loadURL('chrome://crash').catch(() => {});
    const why = await gone;
    await main.loadURL('app://two/');
    return why;
  });
  expect(reason).toBe('crashed');
  const title = await app.evaluateMain(() =>
    (globalThis as unknown as FixtureMain).main.webContents.executeJavaScript('document.title'),
  );
  expect(title).toBe('two');
});

test('what the host does not have says its name when it is used', async () => {
  const uses: [RegExp, (electron: typeof Electron) => unknown][] = [
    [/safeStorage/, ({ safeStorage }) => safeStorage.isEncryptionAvailable()],
    [/App.getGPUFeatureStatus/, electron => electron.app.getGPUFeatureStatus()],
    [/BrowserWindow.setKiosk/, ({ BrowserWindow }) => BrowserWindow.fromId(1)?.setKiosk(true)],
    [
      /dialog.showCertificateTrustDialog/,
      ({ dialog }) => Reflect.get(dialog, 'showCertificateTrustDialog') as unknown,
    ],
  ];
  for (const [name, use] of uses) {
    const message = new RegExp(`${name.source} is not part of the Chromium host`);
    await expect(app.evaluateMain(use)).rejects.toThrow(message);
  }
});
