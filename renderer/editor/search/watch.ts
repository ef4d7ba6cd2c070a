import type { LexicalEditor } from 'lexical';

/** Writing comes first: the marks follow it after a pause, in an idle moment. */
const PAUSE_MS = 150;

/** Tells when a letter was edited, while it is watched. */
interface Watch {
  readonly start: () => void;
  readonly stop: () => void;
  /** Whether it was edited since it was last seen. */
  readonly isBehind: () => boolean;
  readonly seen: () => void;
}

/** Has `catchUp` called after each pause in editing, from `start` to `stop`. */
export function createWatch(editor: LexicalEditor, catchUp: () => void): Watch {
  let timer = 0;
  let idle = 0;
  let isBehind = false;
  let unregister: (() => void) | null = null;

  function seen(): void {
    isBehind = false;
    window.clearTimeout(timer);
    window.cancelIdleCallback(idle);
  }

  function edited(): void {
    seen();
    isBehind = true;
    timer = window.setTimeout(() => {
      idle = window.requestIdleCallback(catchUp, { timeout: 1000 });
    }, PAUSE_MS);
  }

  return {
    seen,
    isBehind: () => isBehind,
    start() {
      unregister ??= editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
        if (dirtyElements.size > 0 || dirtyLeaves.size > 0) edited();
      });
    },
    stop() {
      seen();
      unregister?.();
      unregister = null;
    },
  };
}
