import type { DraftSaved } from '#shared/domain/entry.ts';
import type { AppError } from '#shared/errors.ts';
import { err, type Result } from '#shared/result.ts';
import * as autosave from './autosave.ts';

/** An open letter is at rest after this long without a change: its search index is brought up to date. */
const SETTLED_AFTER_MS = 20_000;

interface AutosaverPorts {
  /** Saves the text as it is at the moment of the call. */
  readonly save: (seq: number, baseVersion: number) => Promise<Result<DraftSaved, AppError>>;
  /** The letter is at rest. */
  readonly settle: () => void;
}

export interface Autosaver {
  readonly changed: () => void;
  /** Saves what is unsaved; resolves to false when that failed. */
  readonly flush: () => Promise<boolean>;
  /** `flush`, and the letter is at rest. */
  readonly rest: () => Promise<boolean>;
  /** Forgets what is unsaved and saves nothing any more. */
  readonly discard: () => void;
  readonly status: () => autosave.SaveStatus;
  /** The stored version that the text in the window goes back to. */
  readonly version: () => number;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Saves one open letter by itself: the clock and the calls around the rules of `autosave.ts`. */
export function createAutosaver(
  version: number,
  savedAt: number,
  { save, settle }: AutosaverPorts,
): Autosaver {
  let state = autosave.opened(version, savedAt);
  let status = autosave.statusOf(state);
  let unsettled = false;
  let discarded = false;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let settleTimer: ReturnType<typeof setTimeout> | undefined;
  let waiting: ((saved: boolean) => void)[] = [];
  const listeners = new Set<() => void>();

  function become(next: autosave.Autosave): void {
    state = next;
    const shown = autosave.statusOf(state);
    if (!sameStatus(shown, status)) {
      status = shown;
      for (const listener of listeners) listener();
    }
    schedule();
  }

  function schedule(): void {
    clearTimeout(saveTimer);
    const due = discarded ? null : autosave.dueAt(state);
    if (due === null) return;
    const wait = due - Date.now();
    // The text has to be read in the same turn as the flush that asked for it.
    if (wait <= 0) void send();
    else saveTimer = setTimeout(() => void send(), wait);
  }

  async function send(): Promise<void> {
    const { seq, version: base } = state;
    // Reading the text can itself bring a last change to light, which must find a save under way.
    state = autosave.sent(state);
    const reply = save(seq, base);
    // A save that breaks must be seen like one that fails, or the status would say "saving" for ever.
    const result = await reply.catch(() => err({ code: 'internal', incident: 'save' } as const));
    if (discarded) return;
    if (result.ok) unsettled = true;
    become(
      result.ok
        ? autosave.acknowledged(state, result.value)
        : autosave.failed(state, result.error, Date.now()),
    );
    if (!result.ok) tellWaiting(false);
    else if (!autosave.isUnsaved(state)) tellWaiting(true);
  }

  function tellWaiting(saved: boolean): void {
    const told = waiting;
    waiting = [];
    for (const tell of told) tell(saved);
  }

  async function flush(): Promise<boolean> {
    if (discarded || !autosave.isUnsaved(state)) return true;
    const outcome = new Promise<boolean>(resolve => waiting.push(resolve));
    become(autosave.hurried(state));
    return outcome;
  }

  function settleNow(): void {
    clearTimeout(settleTimer);
    if (!unsettled || discarded) return;
    unsettled = false;
    settle();
  }

  return {
    changed() {
      become(autosave.changed(state, Date.now()));
      clearTimeout(settleTimer);
      settleTimer = setTimeout(settleNow, SETTLED_AFTER_MS);
    },
    flush,
    async rest() {
      const saved = await flush();
      if (saved) settleNow();
      return saved;
    },
    discard() {
      discarded = true;
      clearTimeout(saveTimer);
      clearTimeout(settleTimer);
      tellWaiting(true);
    },
    status: () => status,
    version: () => state.version,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const sameStatus = (a: autosave.SaveStatus, b: autosave.SaveStatus): boolean =>
  a.name === 'saved' && b.name === 'saved'
    ? a.at === b.at
    : a.name === 'failed' && b.name === 'failed'
      ? a.error === b.error
      : a.name === b.name;
