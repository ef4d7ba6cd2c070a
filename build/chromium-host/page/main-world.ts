import type { createWorldLink } from './world-link.ts';

/**
 * Runs in the page's own world before any of its scripts: takes what the preload exposes and puts
 * it on `window`, frozen. Nothing else of the host can be seen from here.
 */
export function runMainWorld(link: typeof createWorldLink, handshake: string): void {
  const node = document.createElement('span');
  const { defineProperty, freeze, hasOwn, values } = Object;

  const deepFreeze = (value: unknown): unknown => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return value;
    if (ArrayBuffer.isView(value)) return value;
    for (const item of values(value)) deepFreeze(item);
    return freeze(value);
  };

  const { offer, call } = link(node, 'page', 'preload');
  // The first offer of each side has the number 1: how the preload reaches us, and we the preload.
  offer((key: string, api: unknown) => {
    if (hasOwn(window, key)) {
      throw new Error(`Cannot bind an API on top of an existing property '${key}' on window`);
    }
    defineProperty(window, key, { value: deepFreeze(api), enumerable: true });
  });
  // The node travels as the event's related target, the one thing both worlds can see.
  window.dispatchEvent(new MouseEvent(handshake, { relatedTarget: node }));

  // The app's pages open no windows; a window that is refused is `null`, as in Electron.
  const open = (url?: string | URL): null => {
    call(1, [String(url ?? 'about:blank')]);
    return null;
  };
  defineProperty(window, 'open', { value: open, writable: true, configurable: true });
}
