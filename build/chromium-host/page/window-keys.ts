export interface Shortcut {
  readonly id: number;
  readonly key: string;
  readonly code: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly meta: boolean;
}

/**
 * Menu accelerators, and silence for the keys of a browser: in the app's window Ctrl+T opens no
 * tab, F12 no developer tools. As in Electron the page is asked first; what it handles is its own.
 */
export function watchKeys(isMac: boolean, perform: (id: number) => void) {
  let shortcuts: readonly Shortcut[] = [];
  // What Chromium does for writing and for reading, not for browsing.
  const editing = ['a', 'c', 'v', 'x', 'y', 'z', '+', '-', '=', '0', '_'];

  const matches = (event: KeyboardEvent, wanted: Shortcut): boolean =>
    event.ctrlKey === wanted.ctrl &&
    event.altKey === wanted.alt &&
    event.shiftKey === wanted.shift &&
    event.metaKey === wanted.meta &&
    (event.key.toLowerCase() === wanted.key || event.code === wanted.code);

  function isBrowserKey(event: KeyboardEvent): boolean {
    const { key } = event;
    if (event.getModifierState('AltGraph')) return false;
    if (/^F\d+$/.test(key)) return key !== 'F11';
    if (event.altKey && (key === 'ArrowLeft' || key === 'ArrowRight' || key === 'Home'))
      return !isMac;
    if (!(isMac ? event.metaKey : event.ctrlKey)) return false;
    return key.length === 1 && !editing.includes(key.toLowerCase());
  }

  function decide(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const wanted = shortcuts.find(shortcut => matches(event, shortcut));
    if (wanted !== undefined || isBrowserKey(event)) event.preventDefault();
    if (wanted !== undefined) perform(wanted.id);
  }

  // Added anew for every key, so that it stands behind all listeners of the page.
  const last = (event: KeyboardEvent): void => {
    decide(event);
  };
  window.addEventListener(
    'keydown',
    () => {
      window.removeEventListener('keydown', last);
      window.addEventListener('keydown', last, { once: true });
    },
    true,
  );

  // Electron shows no menu of its own, and a file dropped beside a target opens nothing.
  const refuse = (event: Event): void => {
    if (!(event instanceof DragEvent) || event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
    }
  };
  for (const type of ['contextmenu', 'dragover', 'drop']) window.addEventListener(type, refuse);

  return {
    setShortcuts(next: readonly Shortcut[]): void {
      shortcuts = next;
    },
  };
}
