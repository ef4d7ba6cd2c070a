import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findChromium } from './chromium-host/find-chromium.mjs';
import { run, Stop } from './setup.mjs';

const isRoot = process.getuid?.() === 0;

const INSTALL = {
  debian: 'sudo apt-get install chromium',
  ubuntu: 'sudo snap install chromium',
  fedora: 'sudo dnf install chromium',
  arch: 'sudo pacman -S chromium',
  darwin: 'brew install --cask google-chrome',
  win32: 'winget install Google.Chrome',
};

/** The installed Chromium or Chrome. On Debian as root it is installed if there is none. */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  if (isRoot && system() === 'debian' && (await installWithApt(['chromium']))) {
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  const chosen = process.env['AMENDS_CHROMIUM'];
  throw new Stop(
    chosen
      ? `AMENDS_CHROMIUM names ${chosen}, which is not a program.`
      : `No Chromium or Chrome was found. Install one:\n\n    ${INSTALL[system()] ?? INSTALL.debian}\n\n` +
          'or set AMENDS_CHROMIUM to the path of its program.',
  );
}

/** A window needs a screen to be on. */
export function requireDisplay() {
  if (process.platform !== 'linux') return;
  if (process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return;
  throw new Stop(
    'There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).\n' +
      'Start Amends from a desktop session, or on a virtual screen:\n\n    xvfb-run npm start\n\n' +
      'or without a window, for tests:\n\n    npm start -- --headless',
  );
}

/** What the tests read PDFs, Word and sealed files, watch connections and record the disk with, and fonts for the scripts they write; only as root on Debian. */
export async function ensureTestPrograms() {
  if (!isRoot || system() !== 'debian') return;
  const wanted = [
    ...(isInstalled('pdftotext', ['-v']) ? [] : ['poppler-utils']),
    ...(isInstalled('strace', ['-V']) ? [] : ['strace']),
    ...(isInstalled('gcc', ['--version']) ? [] : ['gcc', 'libc6-dev']),
    ...(isInstalled('pandoc', ['--version']) ? [] : ['pandoc']),
    ...(isInstalled('age', ['--version']) ? [] : ['age']),
    ...(hasFont('ko') ? [] : ['fonts-noto-cjk']),
    ...(hasFont('und-zsye') ? [] : ['fonts-noto-color-emoji']),
  ];
  if (wanted.length > 0) await installWithApt(wanted);
}

async function installWithApt(packages) {
  console.log(`Installing ${packages.join(', ')} with apt-get…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  await run('apt-get', ['update', '-qq'], options);
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  return (await run('apt-get', args, options)) === 0;
}

function system() {
  if (process.platform !== 'linux') return process.platform;
  if (!existsSync('/etc/os-release')) return 'linux';
  return /^ID="?([a-z]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'linux';
}

const isInstalled = (program, args) => spawnSync(program, args).error === undefined;

/** Where fontconfig can not be asked, Chromium does not use it either. */
function hasFont(language) {
  const asked = spawnSync('fc-list', [`:lang=${language}`, 'file'], { encoding: 'utf8' });
  return asked.error !== undefined || asked.stdout.trim() !== '';
}
