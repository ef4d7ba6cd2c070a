import type { AppError } from '#shared/errors.ts';
import type { Bridge } from '#shared/ipc/bridge.ts';
import type { Input, Output, Procedure, Reply } from '#shared/ipc/contract.ts';

declare global {
  interface Window {
    readonly bridge: Bridge;
  }
}

/** An expected failure, thrown where a library wants exceptions (queries, error boundaries). */
export class CallError extends Error {
  readonly appError: AppError;

  constructor(appError: AppError) {
    super(appError.code);
    this.name = 'CallError';
    this.appError = appError;
  }
}

type Arguments<P extends Procedure> = Input<P> extends void ? [] : [input: Input<P>];

/** Asks a procedure of the contract. Resolves to a `Result`; the bridge never rejects. */
export async function call<P extends Procedure>(
  procedure: P,
  ...[input]: Arguments<P>
): Promise<Reply<P>> {
  return (await window.bridge.invoke(procedure, input)) as Reply<P>;
}

/** Like `call`, but throws the failure as a `CallError`. */
export async function ask<P extends Procedure>(
  procedure: P,
  ...input: Arguments<P>
): Promise<Output<P>> {
  const reply = await call(procedure, ...input);
  if (!reply.ok) throw new CallError(reply.error);
  return reply.value;
}

/** The typed failure inside anything that was thrown; a bug has none. */
export const appErrorOf = (thrown: unknown): AppError =>
  thrown instanceof CallError ? thrown.appError : { code: 'internal', incident: 'page' };
