import type { DraftSaved } from '#shared/domain/entry.ts';
import type { AppError, ErrorCode } from '#shared/errors.ts';

/** How long typing must rest before it is saved, and how long a change may stay unsaved at most. */
const REST_MS = 400;
const LONGEST_WAIT_MS = 600;
const RETRY_MS = [2_000, 4_000, 8_000, 16_000, 30_000] as const;

/** Trying again cannot help these: the person has to decide something first. */
const NEEDS_A_DECISION: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'entry.conflict',
  'entry.emptied',
  'entry.notFound',
  'entry.tooLarge',
  'vault.gone',
  'vault.locked',
  'ipc.invalidInput',
]);

/** These were about the text, which is another one after the next change. */
const MENDED_BY_A_CHANGE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'entry.emptied',
  'entry.tooLarge',
  'ipc.invalidInput',
]);

/** What is known about one open letter and its copy on the disk. Times are epoch milliseconds. */
export interface Autosave {
  /** The stored version that the text in the window goes back to. */
  readonly version: number;
  /** Grows with every change of the person. */
  readonly seq: number;
  /** The `seq` of the text that is acknowledged to be on the disk. */
  readonly savedSeq: number;
  readonly savedAt: number;
  /** The `seq` of the text that is being saved: one save at a time. */
  readonly sending: number | null;
  /** When the oldest change that no save has taken along was made. */
  readonly waitingSince: number | null;
  readonly lastChangeAt: number;
  /** Save without waiting for a rest. */
  readonly urgent: boolean;
  readonly failure: { readonly error: AppError; readonly retryAt: number | null } | null;
  readonly failures: number;
}

export type SaveStatus =
  | { readonly name: 'saved'; readonly at: number }
  | { readonly name: 'saving' }
  | { readonly name: 'failed'; readonly error: AppError };

/** The letter as it was opened: on the disk, whatever the editor does while it loads. */
export const opened = (version: number, savedAt: number): Autosave => ({
  version,
  seq: 0,
  savedSeq: 0,
  savedAt,
  sending: null,
  waitingSince: null,
  lastChangeAt: 0,
  urgent: false,
  failure: null,
  failures: 0,
});

export const isUnsaved = (state: Autosave): boolean => state.seq !== state.savedSeq;

/** The person changed something. */
export const changed = (state: Autosave, at: number): Autosave => ({
  ...state,
  seq: state.seq + 1,
  lastChangeAt: at,
  waitingSince: state.waitingSince ?? at,
  failure: triedAfterRest(state.failure, at),
});

const triedAfterRest = (failure: Autosave['failure'], at: number): Autosave['failure'] =>
  failure !== null && MENDED_BY_A_CHANGE.has(failure.error.code)
    ? { ...failure, retryAt: at + REST_MS }
    : failure;

/** Whatever is unsaved should be saved at once. */
export const hurried = (state: Autosave): Autosave =>
  isUnsaved(state) ? { ...state, urgent: true } : state;

/** The text as it is now was sent to be saved. */
export const sent = (state: Autosave): Autosave => ({
  ...state,
  sending: state.seq,
  waitingSince: null,
});

/** The disk has it. What was typed since then is still unsaved. */
export function acknowledged(state: Autosave, ack: DraftSaved): Autosave {
  const done = ack.seq === state.seq;
  return {
    ...state,
    version: ack.version,
    savedSeq: ack.seq,
    savedAt: ack.savedAt,
    sending: null,
    waitingSince: done ? null : (state.waitingSince ?? state.lastChangeAt),
    urgent: done ? false : state.urgent,
    failure: null,
    failures: 0,
  };
}

/** The save did not happen; the text stays unsaved, and is tried again after a growing pause. */
export function failed(state: Autosave, error: AppError, at: number): Autosave {
  const pause = RETRY_MS[Math.min(state.failures, RETRY_MS.length - 1)] ?? 0;
  const retryAt = NEEDS_A_DECISION.has(error.code) ? null : at + pause;
  return {
    ...state,
    sending: null,
    waitingSince: state.waitingSince ?? state.lastChangeAt,
    urgent: false,
    failure: { error, retryAt },
    failures: state.failures + 1,
  };
}

/** When the next save is due; null while there is nothing to send or one is under way. */
export function dueAt(state: Autosave): number | null {
  if (state.sending !== null || !isUnsaved(state) || state.waitingSince === null) return null;
  if (state.urgent) return 0;
  if (state.failure !== null) return state.failure.retryAt;
  return Math.min(state.lastChangeAt + REST_MS, state.waitingSince + LONGEST_WAIT_MS);
}

/** What may be shown. "Saved" only when the newest change is acknowledged. */
export function statusOf(state: Autosave): SaveStatus {
  if (!isUnsaved(state)) return { name: 'saved', at: state.savedAt };
  if (state.failure !== null) return { name: 'failed', error: state.failure.error };
  return { name: 'saving' };
}
