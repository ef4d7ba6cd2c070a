import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// Plain JavaScript, because `build/run.mjs` needs it before anything is installed.

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
];
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The Chromium, Chrome or Edge of this computer: `AMENDS_CHROMIUM` if set, else the usual names on
 * the PATH, else the usual places. Undefined if there is none.
 */
export function findChromium(env = process.env, platform = process.platform) {
  const chosen = env['AMENDS_CHROMIUM'];
  if (chosen) return isProgram(chosen) ? chosen : undefined;
  return candidates(env, platform).find(isProgram);
}

function candidates(env, platform) {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return roots.filter(Boolean).flatMap(root => WINDOWS.map(path => join(root, path)));
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap(name => folders.map(folder => join(folder, name)));
  if (platform !== 'darwin') {
    return [...onPath, '/usr/bin/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome'];
  }
  const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  return [...apps.map(app => `/Applications/${app}.app/Contents/MacOS/${app}`), ...onPath];
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
