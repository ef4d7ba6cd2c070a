import type { UpdateListener, LexicalEditor } from 'lexical';

/** A value that changes as the person writes, for `useSyncExternalStore`. Equal values are the same object. */
export interface Watched<T> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => T;
}

interface Watch<T> {
  /** Reads the value anew; it runs after a pause, never for a key. */
  readonly read: () => T;
  readonly isSame: (a: T, b: T) => boolean;
  /** Whether an update can have changed the value at all. */
  readonly concerns: (update: Parameters<UpdateListener>[0]) => boolean;
  /** What a person did outside the text must show there without a pause. */
  readonly isAtOnce?: (update: Parameters<UpdateListener>[0]) => boolean;
  readonly pauseMs: number;
}

/** Watches the editor for as long as somebody listens; without a listener it costs nothing. */
export function watch<T>(editor: LexicalEditor, of: Watch<T>): Watched<T> {
  const listeners = new Set<() => void>();
  let value = of.read();
  let timer = 0;
  let stop: (() => void) | null = null;

  function refresh(): void {
    window.clearTimeout(timer);
    timer = 0;
    const next = of.read();
    if (of.isSame(value, next)) return;
    value = next;
    for (const listener of listeners) listener();
  }

  function start(): void {
    refresh();
    stop = editor.registerUpdateListener(update => {
      if (!of.concerns(update)) return;
      window.clearTimeout(timer);
      if (of.isAtOnce?.(update) === true) return refresh();
      timer = window.setTimeout(refresh, of.pauseMs);
    });
  }

  return {
    get: () => {
      if (stop === null) refresh();
      return value;
    },
    subscribe(listener) {
      listeners.add(listener);
      if (stop === null) start();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
        window.clearTimeout(timer);
      };
    },
  };
}
