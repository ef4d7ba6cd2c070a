import type { Shortcut } from './page/window-keys.ts';

/** Keys whose name in Electron is not what the page calls them. */
const NAMES: Readonly<Record<string, string>> = {
  plus: '+',
  space: ' ',
  return: 'enter',
  esc: 'escape',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
};

/** `CmdOrCtrl+Shift+7` as a pressed key looks in the page. */
export function parseAccelerator(accelerator: string, id: number): Shortcut {
  const isMac = process.platform === 'darwin';
  const words = accelerator.replace(/\+\+$/, '+Plus').toLowerCase().split('+');
  const name = words.pop() ?? '';
  const has = (...names: string[]): boolean => names.some(own => words.includes(own));
  const primary = has('cmdorctrl', 'commandorcontrol');
  const key = NAMES[name] ?? name;
  return {
    id,
    key,
    // With Shift a digit is another character, but the same key.
    code: codeOf(key),
    ctrl: has('ctrl', 'control') || (primary && !isMac),
    alt: has('alt', 'option', 'altgr'),
    shift: has('shift'),
    meta: has('cmd', 'command', 'super', 'meta') || (primary && isMac),
  };
}

function codeOf(key: string): string {
  if (/^[0-9]$/.test(key)) return `Digit${key}`;
  return /^f\d+$/.test(key) ? key.toUpperCase() : '';
}
