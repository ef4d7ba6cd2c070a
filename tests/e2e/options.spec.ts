import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refusalOf, refusedOption } from '../../electron/main/refused-option.ts';
import { expect, test } from '../support/fixtures.ts';

test('an option that Chromium would obey ends the app before it starts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amends-test-'));
  const root = join(import.meta.dirname, '../..');
  for (const option of ['--remote-debugging-port=0', ' --remote-debugging-port=0', '-x', '--']) {
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        '--import',
        join(root, 'build/chromium-host/register.ts'),
        join(root, 'out/main/index.js'),
        `--user-data-dir=${folder}`,
        '--headless',
        option,
      ],
      { encoding: 'utf8', timeout: 10_000, killSignal: 'SIGKILL' },
    );
    expect([option, status, stderr]).toEqual([option, 78, expect.stringContaining('unsupported')]);
  }
  rmSync(folder, { recursive: true, force: true });
});

test('a packaged app takes no word at all, and Windows has a second sign for options', () => {
  const packaged = (word: string, platform: NodeJS.Platform = 'linux') =>
    refusedOption([word], { isPackaged: true, platform });
  for (const word of ['--user-data-dir=x', '-x', '/x', 'file.txt', ' ', '']) {
    expect(packaged(word)).toBe(word);
  }
  expect(packaged('-psn_0_1234', 'darwin')).toBeUndefined();
  expect(packaged('-psn_0_1234', 'win32')).toBe('-psn_0_1234');
  expect(packaged(' -psn_0_1234', 'darwin')).toBe(' -psn_0_1234');

  const source = (word: string, platform: NodeJS.Platform) =>
    refusedOption([word], { isPackaged: false, platform });
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    expect(source('--user-data-dir=/somewhere', platform)).toBeUndefined();
    expect(source('a folder', platform)).toBeUndefined();
    for (const word of [
      '--inspect',
      '\t--inspect',
      '\u0085--inspect',
      '\u3000-x',
      '--no-sandboxes',
    ]) {
      expect(source(word, platform)).toBe(word);
    }
  }
  expect(source('/remote-debugging-port=1', 'win32')).toBe('/remote-debugging-port=1');
  expect(source(' /x', 'win32')).toBe(' /x');
  expect(source('/user-data-dir=x', 'win32')).toBe('/user-data-dir=x');
  expect(source('/home/someone/app', 'linux')).toBeUndefined();
});

test('what an AppImage adds where there is no sandbox is refused with a way out', () => {
  expect(refusalOf('--no-sandbox', true)).toContain('Install the .deb package instead');
  expect(refusalOf('--no-sandbox', false)).toBe('unsupported option: --no-sandbox');
  // A value may be private.
  expect(refusalOf('--user-data-dir=/home/someone', true)).toBe(
    'unsupported option: --user-data-dir',
  );
});
