import { fork } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { Parcel } from '../../core/vault-process-host.ts';

const HOST = join(import.meta.dirname, '../../core/vault-process-host.ts');

export interface RunningVault {
  readonly call: (procedure: string, input: unknown) => Promise<Result<unknown, AppError>>;
  /** Anything at all, instead of a call. */
  readonly post: (data: unknown) => void;
  readonly exitCode: () => number | null;
  /** What it complained about, such as a rejection that nobody handled. */
  readonly stderr: () => string;
  readonly close: () => Promise<number | null>;
}

/** The real vault process over a folder, with one page that asks it. */
export function startVault(folder: string): RunningVault {
  const child = fork(HOST, [`--vault-folder=${folder}`, '--locale=en-GB'], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // A path without a beginning leads nowhere else.
    cwd: folder,
    // A rejection that nobody handles ends it, so that it can not be overlooked.
    execArgv: ['--unhandled-rejections=strict'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const waiting = new Map<number, (reply: Result<unknown, AppError>) => void>();
  child.on('message', (parcel: Parcel) => {
    const said = parcel.data as { id?: number; reply: Result<unknown, AppError> };
    if (parcel.page === null || said.id === undefined) return;
    waiting.get(said.id)?.(said.reply);
    waiting.delete(said.id);
  });
  const ended = new Promise<number | null>(done => {
    child.once('exit', code => {
      for (const answer of waiting.values()) answer({ ok: false, error: { code: 'vault.gone' } });
      done(code);
    });
  });
  let asked = 0;
  child.send({ page: null, data: { type: 'connect' } });
  return {
    call: (procedure, input) =>
      new Promise(resolve => {
        if (child.exitCode !== null) {
          resolve({ ok: false, error: { code: 'vault.gone' } });
          return;
        }
        waiting.set((asked += 1), resolve);
        child.send({ page: 0, data: { id: asked, procedure, input } });
      }),
    post: data => {
      child.send({ page: 0, data });
    },
    exitCode: () => child.exitCode,
    stderr: () => complaints,
    async close() {
      child.send({ page: null, data: { type: 'close' } });
      return ended;
    },
  };
}
