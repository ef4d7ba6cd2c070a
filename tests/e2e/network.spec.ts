import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { tell } from '../proofs/support/scale.ts';
import { expect, test } from '../support/fixtures.ts';
import {
  createVault,
  goToSection,
  lock,
  startLetter,
  unlock,
  waitUntilSaved,
} from '../support/steps.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Every connection and datagram of every process of a session, as the kernel saw them. Only addresses of this
 * machine may appear; a test's own line to the browser is one of them.
 */
test('a whole session connects to nothing outside this machine', async ({ launch }) => {
  test.skip(!hasStrace(), 'only strace shows what is asked of the kernel: missing or forbidden');
  const folder = mkdtempSync(join(tmpdir(), 'amends-net-'));
  const log = join(folder, 'calls.txt');
  try {
    const app = await launch({
      through: [
        'strace',
        '-f',
        '-qq',
        '-e',
        'trace=connect,sendto,sendmsg',
        '-e',
        'signal=none',
        '-o',
        log,
      ],
    });
    await createVault(app.page);
    await startLetter(app.page, 'Short acknowledgment');
    await goToSection(app.page, 'What I did');
    await app.page.keyboard.type(
      'I misspeled a wrod, see https://example.com/ and you@example.com',
    );
    await waitUntilSaved(app.page);
    await app.page.keyboard.press('ControlOrMeta+p');
    await expect(app.page.getByRole('group', { name: /^Page 1 of/ })).toBeVisible({
      timeout: 60_000,
    });
    await app.page.keyboard.press('Escape');
    await lock(app.page);
    await unlock(app.page);
    await app.close();

    const calls = readFileSync(log, 'utf8').split('\n');
    expect(calls.length).toBeGreaterThan(10);
    const outside = calls.filter(
      // Chromium asks the kernel whether there is a route for IPv6, by connecting a UDP socket to this
      // address. That sends nothing; anything sent there would be a sendto or sendmsg, which counts.
      call =>
        !(call.includes('connect(') && call.includes('"2001:4860:4860::8888"')) &&
        /AF_INET6?/.test(call) &&
        !/"127\.0\.0\.1"|"::1"|"::ffff:127\.0\.0\.1"/.test(call),
    );
    expect(outside).toEqual([]);
    tell(`network: ${calls.length} connects and sends of all processes, none to another machine`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Where nothing but the machine itself exists, the main job works as ever. */
test('the whole main job works in a network that is empty', () => {
  test.skip(!canEmptyNetwork(), 'an empty network needs unshare and ip of Linux, and leave');
  const reports = mkdtempSync(join(tmpdir(), 'amends-net-'));
  try {
    const cli = join(ROOT, 'node_modules/@playwright/test/cli.js');
    const config = join(ROOT, 'build/playwright.config.ts');
    const args = ['test', '--config', config, '--output', join(reports, 'results'), 'main-job'];
    const script = 'ip link set lo up && exec "$@"';
    const { status, stdout } = spawnSync(
      'unshare',
      ['-rn', 'sh', '-c', script, 'sh', process.execPath, cli, ...args],
      {
        encoding: 'utf8',
        cwd: ROOT,
        env: { ...process.env, AMENDS_REPORTS: relative(ROOT, reports) },
      },
    );
    expect(stdout).toContain('1 passed');
    expect(status).toBe(0);
    tell('network: the main job passes in an empty network namespace');
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
});

const canEmptyNetwork = (): boolean =>
  spawnSync('unshare', ['-rn', 'ip', 'link', 'set', 'lo', 'up']).status === 0;

function hasStrace(): boolean {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/strace')) return false;
  try {
    execFileSync('strace', ['-qq', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    // Installed, but tracing is not allowed here.
    return false;
  }
}
