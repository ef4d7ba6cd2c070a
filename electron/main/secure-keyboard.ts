import { app, type BrowserWindow } from 'electron';

/** Keeps other programs from hearing keys, where the system can. */
export interface SecureKeyboard {
  /** Whether the page is one where passphrases are typed. */
  readonly watch: (isLocked: boolean) => void;
}

/**
 * On macOS a program can ask that no other one hears what is typed. It holds for the whole system,
 * so it is asked for only while the locked page has the keyboard.
 */
export function createSecureKeyboard(window: BrowserWindow): SecureKeyboard {
  if (process.platform !== 'darwin') return { watch: () => undefined };
  let isLocked = true;
  const settle = (hasKeyboard: boolean): void => {
    app.setSecureKeyboardEntryEnabled(hasKeyboard && isLocked);
  };
  window.on('focus', () => settle(true));
  window.on('blur', () => settle(false));
  window.on('closed', () => settle(false));
  return {
    watch(locked) {
      isLocked = locked;
      settle(!window.isDestroyed() && window.isFocused());
    },
  };
}
