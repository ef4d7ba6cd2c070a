import type { AppEvent } from '#shared/ipc/bridge.ts';
import type { VaultProcedure } from '#shared/ipc/contract.ts';
import { dispatch, guarded, type Reply } from './dispatch.ts';
import { createSessionHandlers, createVaultHandlers, type OpenProcedure } from './handlers.ts';
import type { Ports } from './ports.ts';
import { openSession, type Session } from './session.ts';
import { createVault } from './vault/vault.ts';

export interface App {
  /** Answers any procedure of the vault's contract, one after the other. Never rejects. */
  readonly dispatch: (procedure: string, input: unknown) => Promise<Reply>;
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void;
  /** Finishes what is running, brings the search index up to date and closes. Never rejects. */
  readonly close: () => Promise<void>;
}

/** The whole core: one vault in one folder. */
export function createApp(ports: Ports): App {
  const listeners = new Set<(event: AppEvent) => void>();
  const publish = (event: AppEvent) => {
    for (const listener of listeners) listener(event);
  };

  let session: Session | undefined;
  let sessionHandlers: ReturnType<typeof createSessionHandlers> | undefined;
  const vault = createVault(ports, connection => {
    session = openSession(connection, ports, topics => {
      publish({ type: 'data-changed', topics });
    });
    sessionHandlers = createSessionHandlers(session);
  });
  const vaultHandlers = createVaultHandlers(vault, ports.vaultFolder);

  const route = {
    ports,
    handlerOf: (procedure: VaultProcedure) => {
      const handler = isAlwaysOpen(procedure)
        ? vaultHandlers[procedure]
        : sessionHandlers?.[procedure];
      // Its input has just been parsed by the schema of the same name.
      return handler as ((input: unknown) => Reply | Promise<Reply>) | undefined;
    },
  };

  // One at a time: an unlock must not overtake another, and nothing may overtake the closing.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn;
    return turn;
  };

  return {
    dispatch: (procedure, input) => inTurn(() => dispatch(route, procedure, input)),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () =>
      inTurn(async () => {
        const closing = session;
        session = undefined;
        sessionHandlers = undefined;
        vault.closed();
        // Whatever could not be indexed stays marked in the database, and is indexed another time.
        await guarded(ports, 'close', () => closing?.close());
      }),
  };
}

const isAlwaysOpen = (procedure: VaultProcedure): procedure is OpenProcedure =>
  procedure.startsWith('vault.');
