import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchApp } from '../support/launch-app.ts';
import { FIXTURE, launchFixture, seenBy } from './fixture-app.ts';
import { until } from './until.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const REGISTER = join(ROOT, 'build/chromium-host/register.ts');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'amends-host-test-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The command lines of all living processes that name `word`. */
const processesWith = (word: string): string[] =>
  execFileSync('ps', ['-eo', 'pid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter(line => line.includes(word) && !/^\s*\d+\s+Z/.test(line));

const profilesOf = (pid: number): string[] =>
  readdirSync(tmpdir()).filter(name => name.startsWith(`amends-chromium-${pid}-`));

test.skipIf(process.platform === 'win32')(
  'killing the app leaves no process of it, and the next start removes what it left',
  async () => {
    const app = await launchFixture({ userDataDir: folder });
    const pid = await app.evaluateMain(() => process.pid);
    const [profile = ''] = profilesOf(pid);
    expect(processesWith(profile).length).toBeGreaterThan(2);
    await app.kill();
    await until(() => processesWith(profile).length === 0);
    expect(existsSync(folder)).toBe(true);

    const next = await launchFixture({ userDataDir: folder });
    expect(profilesOf(pid)).toEqual([]);
    await next.close();
  },
);

test.skipIf(process.platform === 'win32')(
  'when only the main process dies, Chromium and the utility process die too',
  async () => {
    const app = await launchFixture();
    const [pid, child] = await app.evaluateMain(() => [
      process.pid,
      (globalThis as unknown as { child: { pid: number } }).child.pid,
    ]);
    const [profile = ''] = profilesOf(pid ?? 0);
    process.kill(pid ?? 0, 'SIGKILL');
    await until(() => processesWith(profile).length === 0);
    await until(
      () => !processesWith('child.mjs').some(line => line.trim().startsWith(`${child} `)),
    );
    await app.close();
  },
);

test('quitting leaves neither a profile nor a lock', async () => {
  const app = await launchFixture();
  const pid = await app.evaluateMain(() => process.pid);
  await app.close();
  expect(profilesOf(pid)).toEqual([]);
  expect(existsSync(app.userDataDir)).toBe(false);
});

test('a second instance ends at once, and the first hears of it', async () => {
  const app = await launchFixture({ userDataDir: folder });
  const args = ['--import', REGISTER, FIXTURE, `--user-data-dir=${folder}`, '--headless'];
  const second = spawn(process.execPath, args, { stdio: 'ignore' });
  const code = await new Promise(done => second.once('exit', done));
  expect(code).toBe(0);
  await until(async () => (await seenBy(app)).second.length === 1);
  expect((await seenBy(app)).second[0]).toContain(`--user-data-dir=${folder}`);
  // Our own option is not one of the app's.
  expect((await seenBy(app)).second[0]).not.toContain('--headless');
  await app.close();
});

test.skipIf(process.platform === 'win32')(
  'an app that is to start again does, as it was started, once it has ended',
  async () => {
    const app = await launchFixture({ userDataDir: folder });
    const first = await app.evaluateMain(() => process.pid);
    await app.evaluateMain(electron => {
      electron.app.relaunch();
    });
    await app.close();
    const again = (): number[] =>
      processesWith(`${FIXTURE} --user-data-dir=${folder} --headless`)
        .map(line => Number(line.trim().split(' ', 1)[0]))
        .filter(pid => pid !== first);
    const end = (): void => {
      for (const pid of again()) process.kill(pid, 'SIGTERM');
    };
    onTestFinished(end);
    await until(() => again().length === 1 && profilesOf(again()[0] ?? 0).length === 1);
    end();
    await until(() => again().length === 0);
  },
);

test('a page stays the same page for its test when the app moves between origins', async () => {
  const app = await launchFixture();
  const heading = app.page.getByRole('heading');
  for (const name of ['two', 'one', 'three']) {
    await app.evaluateMain(
      (_electron, to) =>
        (globalThis as unknown as { main: Electron.BrowserWindow }).main.loadURL(`app://${to}/`),
      name,
    );
    await heading.filter({ hasText: `Page ${name}` }).waitFor();
    const where = await app.page.evaluate(() => window.fixture.invoke('where'));
    expect(where).toMatchObject({ top: true, url: `app://${name}/` });
  }
  await app.close();
});

test('a dialog is answered by the test that replaced it, or in the page', async () => {
  const app = await launchFixture();
  const asked = await app.evaluateMain(async electron => {
    electron.dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: false, filePath: '/chosen.pdf' });
    return electron.dialog.showSaveDialog({});
  });
  expect(asked).toEqual({ canceled: false, filePath: '/chosen.pdf' });

  const choice = app.evaluateMain(({ dialog }) =>
    dialog.showMessageBox({ message: 'Which?', buttons: ['This', 'That', 'None'] }),
  );
  await app.page.getByRole('button', { name: 'That' }).click();
  expect(await choice).toMatchObject({ response: 1 });

  const opened = app.evaluateMain(({ dialog }) =>
    dialog.showOpenDialog({ title: 'Which file?', defaultPath: '/some/file' }),
  );
  await app.page.getByRole('textbox', { name: 'Which file?' }).fill('/another/file');
  await app.page.keyboard.press('Enter');
  expect(await opened).toEqual({ canceled: false, filePaths: ['/another/file'] });
  await app.close();
});

test('an error in the main process comes back to the test', async () => {
  const app = await launchFixture();
  const failure = app.evaluateMain(() => {
    throw new RangeError('too far');
  });
  await expect(failure).rejects.toThrow(/RangeError: too far/);
  await app.close();
});

test('an app that does not start says what it complained about', async () => {
  const broken = join(folder, 'broken.mjs');
  const { writeFile } = await import('node:fs/promises');
  await writeFile(broken, 'import { app } from "electron"; console.error("no good"); app.exit(3);');
  await writeFile(join(folder, 'package.json'), '{"name":"broken","version":"1.0.0"}');
  const failure = launchApp({ main: broken });
  await expect(failure).rejects.toThrow(/ended with code 3\s+no good/);
  await expect(launchApp({ main: join(folder, 'nothing.js') })).rejects.toThrow(/npm run build/);
});
