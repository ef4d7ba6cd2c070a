import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  app,
  MessageChannelMain,
  utilityProcess,
  type MessagePortMain,
  type WebContents,
} from 'electron';
import type { ImportId } from '#shared/domain/import.ts';
import type { AppError } from '#shared/errors.ts';
import type { Output, VaultProcedure } from '#shared/ipc/contract.ts';
import { err, type Result } from '#shared/result.ts';

interface Answer {
  readonly type: 'reply';
  readonly id: number;
  readonly reply: Result<unknown, AppError>;
}

/**
 * How long a closing vault may take before it is killed. It brings its search index up to date, and
 * finishes what it was asked before: a change of the passphrase derives three keys, seconds each on
 * a slow computer, and killed in the middle it would be as if the person had never made it.
 */
const CLOSING_MS = 10_000;

/** A process that waits for a drive that is gone may not even die; nothing more can be done then. */
const DYING_MS = 3000;

/** The process that alone holds keys and writing. It lives from the lock screen to the next lock. */
export interface VaultProcess {
  /** Gives a page its own line to the vault, which does not pass through this process. */
  readonly connect: (page: WebContents) => void;
  /** Gives a process that reads files its line to the vault, for one import. */
  readonly listenTo: (importId: ImportId) => MessagePortMain;
  readonly ask: <P extends VaultProcedure>(
    procedure: P,
    input: unknown,
  ) => Promise<Result<Output<P>, AppError>>;
  /** Tells that it ends: whoever works for it ends at once, and does not wait for it to be gone. */
  readonly ending: AbortSignal;
  /**
   * Ends the process and resolves when it is gone. Nothing of a letter outlives it, but where the
   * system itself can not end it.
   */
  readonly end: () => Promise<void>;
  readonly isGone: () => boolean;
}

/** Starts the vault process for a folder. `onGone` is called if it ends without being asked to. */
export function startVaultProcess(folder: string, onGone: () => void): VaultProcess {
  const child = utilityProcess.fork(
    join(import.meta.dirname, 'vault-process.js'),
    [
      `--vault-folder=${folder}`,
      `--spare-folder=${join(app.getPath('userData'), 'spool')}`,
      `--locale=${app.getLocale()}`,
    ],
    { serviceName: 'Amends vault', stdio: 'inherit', env: quietEnvironment() },
  );
  const waiting = new Map<number, (reply: Result<unknown, AppError>) => void>();
  let asked = 0;
  const ending = new AbortController();
  let isGone = false;

  child.on('message', ({ id, reply }: Answer) => {
    waiting.get(id)?.(reply);
    waiting.delete(id);
  });
  // Without a listener, running out of memory would be an error of this process too. `exit` follows.
  child.on('error', () => {});
  const gone = new Promise<void>(resolve => {
    child.once('exit', () => {
      isGone = true;
      const wasAsked = ending.signal.aborted;
      ending.abort();
      for (const answer of waiting.values()) answer(err({ code: 'vault.gone' }));
      waiting.clear();
      resolve();
      if (!wasAsked) onGone();
    });
  });

  return {
    connect(page) {
      const { port1, port2 } = new MessageChannelMain();
      child.postMessage({ type: 'connect' }, [port1]);
      page.postMessage('vault-port', null, [port2]);
    },
    listenTo(importId) {
      const { port1, port2 } = new MessageChannelMain();
      child.postMessage({ type: 'import', id: importId }, [port1]);
      return port2;
    },
    ask<P extends VaultProcedure>(procedure: P, input: unknown) {
      if (isGone) return Promise.resolve(err({ code: 'vault.gone' } as const));
      const id = (asked += 1);
      const reply = new Promise<Result<unknown, AppError>>(resolve => waiting.set(id, resolve));
      child.postMessage({ type: 'ask', id, procedure, input });
      // The vault validates what it answers against the same contract in its own tests.
      return reply as Promise<Result<Output<P>, AppError>>;
    },
    ending: ending.signal,
    async end() {
      ending.abort();
      if (isGone) return;
      child.postMessage({ type: 'close' });
      const late = setTimeout(() => child.kill(), CLOSING_MS);
      await Promise.race([gone, wait(CLOSING_MS + DYING_MS, undefined, { ref: false })]);
      clearTimeout(late);
    },
    isGone: () => isGone,
  };
}

/** What comes with the environment could open the vault process to a debugger, or have it write logs. */
const UNWANTED: ReadonlySet<string> = new Set([
  'NODE_OPTIONS',
  'NODE_V8_COVERAGE',
  'NODE_REDIRECT_WARNINGS',
  'ELECTRON_RUN_AS_NODE',
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
]);

/** For processes that see letters. */
export const quietEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !UNWANTED.has(name)));
