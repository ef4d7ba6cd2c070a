import type { AppError } from '#shared/errors.ts';
import type { HistoryState } from '#shared/ipc/contract.ts';
import { ok, type Result } from '#shared/result.ts';
import type { WriteDb } from './db/statements.ts';
import type { Write } from './session.ts';

/** A reversible edit of the vault. `apply` performs it and returns the edit that undoes it. */
export interface Change {
  /** What the person did, such as "Delete letter": shown as "Undo: Delete letter". */
  readonly label: string;
  readonly apply: (db: WriteDb) => Change;
}

/** What was done in this session and can be undone. Text inside a document has its own history. */
export interface History {
  readonly execute: (change: Change) => Result<HistoryState, AppError>;
  readonly undo: () => Result<HistoryState, AppError>;
  readonly redo: () => Result<HistoryState, AppError>;
}

export function createHistory(write: Write): History {
  const done: Change[] = [];
  const undone: Change[] = [];

  const state = (): HistoryState => ({
    undo: done.at(-1)?.label ?? null,
    redo: undone.at(-1)?.label ?? null,
  });

  /** The stacks change only once the edit is on disk. */
  function perform(
    change: Change,
    inverseGoesTo: Change[],
    whenDone: () => void,
  ): Result<HistoryState, AppError> {
    const inverse = write(['entries', 'history'], db => ok(change.apply(db)));
    if (!inverse.ok) return inverse;
    whenDone();
    inverseGoesTo.push(inverse.value);
    return ok(state());
  }

  function move(from: Change[], to: Change[]): Result<HistoryState, AppError> {
    const change = from.at(-1);
    return change === undefined ? ok(state()) : perform(change, to, () => from.pop());
  }

  return {
    execute: change =>
      perform(change, done, () => {
        undone.length = 0;
      }),
    undo: () => move(done, undone),
    redo: () => move(undone, done),
  };
}
