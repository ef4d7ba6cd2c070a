import type { EntryId, TemplateId } from '#shared/domain/ids.ts';
import type { AppError } from '#shared/errors.ts';
import type { Topic } from '#shared/ipc/bridge.ts';
import type { HistoryState } from '#shared/ipc/contract.ts';
import { ok, type Result } from '#shared/result.ts';
import type { WriteDb } from './db/statements.ts';
import type { Write } from './session.ts';

/** A reversible edit of the vault. */
export interface Change {
  /** What the person did, such as "Delete letter": shown as "Undo: Delete letter". */
  readonly label: string;
  /** What pages have to read again after it. */
  readonly topics: readonly Topic[];
  /**
   * The entries, or the template, that it is done to. One that is erased comes off; without any, it
   * can not be undone any more. One that is about several passes over those that are gone.
   */
  readonly about?: readonly (EntryId | TemplateId)[];
  /**
   * Performs the edit and returns the one that undoes it. One that no longer fits what is stored
   * answers with an error, and has changed nothing.
   */
  readonly apply: (db: WriteDb) => Result<Change, AppError>;
}

/** What was done in this session and can be undone. Text inside a document has its own history. */
export interface History {
  readonly state: () => HistoryState;
  readonly execute: (change: Change) => Result<HistoryState, AppError>;
  readonly undo: () => Result<HistoryState, AppError>;
  readonly redo: () => Result<HistoryState, AppError>;
  /** Forgets what was done to an entry or a template, with all that it would bring back. */
  readonly forget: (id: EntryId | TemplateId) => void;
}

const isPassedOver = ({ code }: AppError): boolean =>
  code === 'entry.conflict' || code === 'entry.sealed';

export function createHistory(write: Write): History {
  let done: Change[] = [];
  let undone: Change[] = [];

  const state = (): HistoryState => ({
    undo: done.at(-1)?.label ?? null,
    redo: undone.at(-1)?.label ?? null,
  });

  const perform = (change: Change): Result<Change, AppError> =>
    write([...change.topics, 'history'], db => change.apply(db));

  function execute(change: Change): Result<HistoryState, AppError> {
    const inverse = perform(change);
    if (!inverse.ok) return inverse;
    undone.length = 0;
    done.push(inverse.value);
    return ok(state());
  }

  /** The stacks change only once the edit is on disk. */
  function move(from: Change[], to: Change[]): Result<HistoryState, AppError> {
    const change = from.at(-1);
    if (change === undefined) return ok(state());
    const inverse = perform(change);
    // What someone has written since is never undone with it, nor what was put away; the edits
    // before it still can be.
    if (inverse.ok || isPassedOver(inverse.error)) from.pop();
    if (!inverse.ok) return inverse;
    to.push(inverse.value);
    return ok(state());
  }

  return {
    state,
    execute,
    undo: () => move(done, undone),
    redo: () => move(undone, done),
    forget(id) {
      done = withoutAny(done, id);
      undone = withoutAny(undone, id);
    },
  };
}

const withoutAny = (changes: readonly Change[], id: EntryId | TemplateId): Change[] =>
  changes.flatMap(change => {
    if (change.about?.includes(id) !== true) return [change];
    const about = change.about.filter(each => each !== id);
    return about.length === 0 ? [] : [{ ...change, about }];
  });
