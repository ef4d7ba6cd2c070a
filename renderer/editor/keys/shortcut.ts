/** What of a keyboard event decides which action it means. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'
> & { getModifierState?: (name: string) => boolean };

export interface Shortcut {
  /** Ctrl, or Cmd on a Mac. */
  readonly main: boolean;
  readonly key: string;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** Reads an accelerator such as `CmdOrCtrl+Shift+7`. */
export function shortcutFrom(accelerator: string): Shortcut {
  const parts = accelerator.split('+');
  return {
    key: (parts.at(-1) ?? '').toLowerCase(),
    main: parts.includes('CmdOrCtrl'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  };
}

/** Whether a key press is this shortcut, whatever the layout of the keyboard. */
export function isShortcut(press: KeyPress, shortcut: Shortcut, isApple: boolean): boolean {
  // On Windows AltGr reports itself as Ctrl+Alt: AltGr+Q types "@" in German, and is no shortcut.
  if (press.getModifierState?.('AltGraph') === true) return false;
  const main = isApple ? press.metaKey : press.ctrlKey;
  const other = isApple ? press.ctrlKey : press.metaKey;
  const isHeld = main === shortcut.main && !other && press.shiftKey === shortcut.shift;
  return isHeld && press.altKey === shortcut.alt && isKey(press, shortcut);
}

/** Accelerators name the arrows shorter than the keyboard does. */
const ARROWS: Readonly<Record<string, string>> = { up: 'arrowup', down: 'arrowdown' };

function isKey({ key, code }: KeyPress, shortcut: Shortcut): boolean {
  // With Shift the digit row gives "&" or "/", with Alt on a Mac "º": only its place is certain.
  if (/^\d$/.test(shortcut.key)) return code === `Digit${shortcut.key}` || key === shortcut.key;
  if (key.toLowerCase() === (ARROWS[shortcut.key] ?? shortcut.key)) return true;
  if (shortcut.key === '\\') return code === 'Backslash';
  // A layout without Latin letters, or Alt on a Mac, which types another sign.
  const isOtherScript = !/^[a-z]$/i.test(key);
  return isOtherScript && code === `Key${shortcut.key.toUpperCase()}`;
}
