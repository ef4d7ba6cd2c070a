import type { ImportProblem, ImportProblemReason } from '#shared/domain/import.ts';

interface Where {
  readonly line?: number;
  readonly entry?: number;
}

/** Why a file, or the rest of it, can not be read. Its words are never part of it. */
export class Unreadable extends Error {
  readonly reason: ImportProblemReason;
  readonly line: number | null;
  readonly entry: number | null;

  constructor(reason: ImportProblemReason, { line, entry }: Where = {}) {
    super(reason);
    this.reason = reason;
    this.line = line ?? null;
    this.entry = entry ?? null;
  }
}

/** A problem of whatever was thrown while a file was read: a parser that gives up found damage. */
export function problemOf(
  thrown: unknown,
  member: string,
  entry: number | null = null,
): ImportProblem {
  if (!(thrown instanceof Unreadable)) {
    // What a stack does not hold is nested deeper than any letter.
    const reason = thrown instanceof RangeError ? 'tooDeep' : 'damaged';
    return { reason, member, line: null, entry };
  }
  return { reason: thrown.reason, member, line: thrown.line, entry: thrown.entry ?? entry };
}
