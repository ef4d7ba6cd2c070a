import type { EntryId } from '#shared/domain/ids.ts';
import type { OpenedEntry } from '#shared/domain/sealing.ts';
import { ask } from '../api/client.ts';

/** A pointer that passes by, and keys that run down a list, ask for nothing. */
const RESTS_MS = 60;

/** A letter that was asked for before it was opened. */
export interface Ahead {
  readonly id: EntryId;
  readonly asked: Promise<OpenedEntry>;
  /** What came of it; undefined while it is on its way. */
  readonly entry: OpenedEntry | undefined;
}

let ahead: Ahead | undefined;
let resting: ReturnType<typeof setTimeout> | undefined;
let stopFollowing: (() => void) | undefined;

/**
 * For what opens a letter: reads it while the pointer or the focus rests there, so that it is on
 * the page with the click. It is one letter at a time, let go when they leave, and when anything in
 * the vault changes: what is opened is what the vault holds.
 */
export const readingAhead = (id: EntryId) => ({
  onPointerEnter: () => rest(id),
  onPointerDown: () => read(id),
  onPointerLeave: () => leave(id),
  onFocus: () => rest(id),
  onBlur: () => leave(id),
});

/** What was read ahead of this letter. It is kept no longer. */
export function takeAhead(id: EntryId): Ahead | undefined {
  const taken = ahead?.id === id ? ahead : undefined;
  forget();
  return taken;
}

function rest(id: EntryId): void {
  clearTimeout(resting);
  resting = setTimeout(read, RESTS_MS, id);
}

/** A press moves the focus: what it leaves then is another letter than the one that was read. */
function leave(id: EntryId): void {
  clearTimeout(resting);
  if (ahead?.id === id) forget();
}

function read(id: EntryId): void {
  clearTimeout(resting);
  if (ahead?.id === id) return;
  forget();
  const asked = ask('entries.get', id);
  ahead = { id, asked, entry: undefined };
  stopFollowing = window.bridge.subscribe(event => {
    if (event.type === 'data-changed') forget();
  });
  const isLast = () => ahead?.asked === asked;
  asked.then(
    entry => {
      if (isLast()) ahead = { id, asked, entry };
    },
    // Opening it says why it can not be read, unless it can by then.
    () => {
      if (isLast()) forget();
    },
  );
}

function forget(): void {
  clearTimeout(resting);
  stopFollowing?.();
  stopFollowing = undefined;
  ahead = undefined;
}
