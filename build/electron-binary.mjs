import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { nodeBinary, ROOT } from './setup.mjs';

const PACKAGE = join(ROOT, 'node_modules/electron');
const REACH_MS = 3000;
const DOWNLOAD_MS = 180_000;

/** Electron's own program, if it was ever downloaded. */
export function electronBinary() {
  const name = join(PACKAGE, 'path.txt');
  if (!existsSync(name)) return undefined;
  const path = join(PACKAGE, 'dist', readFileSync(name, 'utf8').trim());
  return existsSync(path) ? path : undefined;
}

/** Downloads Electron's program. Returns undefined, or why it could not. */
export async function downloadElectron() {
  if (!(await isReachable())) return 'its download server can not be reached';
  console.log('Downloading Electron, once. `npm start -- --host chromium` does without.');
  const child = spawn(nodeBinary(), [join(PACKAGE, 'install.js')], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', text => {
    complaint += text;
  });
  const late = setTimeout(() => child.kill('SIGKILL'), DOWNLOAD_MS);
  const signal = await new Promise(done => {
    child.on('close', (_code, killed) => done(killed));
    child.on('error', () => done('error'));
  });
  clearTimeout(late);
  if (electronBinary() !== undefined) return undefined;
  if (signal === 'SIGKILL') return `its download took longer than ${DOWNLOAD_MS / 60_000} minutes`;
  return `its download failed (${complaint.split('\n', 1)[0] || 'no reason given'})`;
}

/** Asked first, because a download that gets no answer would wait for minutes. */
function isReachable() {
  // With a mirror or a proxy only the download itself can tell.
  const detours = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy'];
  if (detours.some(name => process.env[name])) return true;
  return new Promise(done => {
    const socket = connect({ host: 'github.com', port: 443 });
    const answer = isThere => {
      socket.destroy();
      done(isThere);
    };
    socket.setTimeout(REACH_MS, () => answer(false));
    socket.on('connect', () => answer(true));
    socket.on('error', () => answer(false));
  });
}
