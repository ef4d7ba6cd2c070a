import type { AppEvent, Topic } from '#shared/ipc/bridge.ts';
import type { VaultProcedure } from '#shared/ipc/contract.ts';
import { dispatch, guarded, type Reply } from './dispatch.ts';
import { createVaultHandlers, type OpenProcedure } from './handlers.ts';
import { createOpenedVault, type OpenedVault } from './opened-vault.ts';
import type { Ports } from './ports.ts';
import { createVault } from './vault/vault.ts';

export interface App {
  /**
   * Answers any procedure of the vault's contract: those of the open letters at once, those that
   * need the keys one after the other. Never rejects.
   */
  readonly dispatch: (procedure: string, input: unknown) => Promise<Reply>;
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void;
  /**
   * Brings the search index up to date and lets go of the letters, then waits for what still runs.
   * Never rejects.
   */
  readonly close: () => Promise<void>;
}

/** The whole core: one vault in one folder. */
export function createApp(ports: Ports): App {
  const listeners = new Set<(event: AppEvent) => void>();
  const publish = (event: AppEvent) => {
    for (const listener of listeners) listener(event);
  };

  let opened: OpenedVault | undefined;
  const shut = (last?: () => void) => {
    const closing = opened;
    opened = undefined;
    closing?.close(last);
  };
  const vault = createVault(ports, {
    open(connection, spoolKey) {
      const tell = (topics: readonly Topic[]): void => {
        publish({ type: 'data-changed', topics });
      };
      opened = createOpenedVault(connection, spoolKey, ports, tell, vault.backUpBeforeImport);
      return opened.session;
    },
    shut,
    progress(done, total) {
      publish({ type: 'progress', done, total });
    },
  });
  const vaultHandlers = createVaultHandlers(vault, ports.vaultFolder);

  const route = {
    ports,
    handlerOf: (procedure: VaultProcedure) => {
      const handler = isAlwaysOpen(procedure)
        ? vaultHandlers[procedure]
        : opened?.handlerOf(procedure);
      // Its input has just been parsed by the schema of the same name.
      return handler as ((input: unknown) => Reply | Promise<Reply>) | undefined;
    },
  };

  // One at a time: an unlock must not overtake another. A save must not wait for any of them.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn;
    return turn;
  };

  async function closeSession(): Promise<void> {
    // Whatever could not be indexed stays marked in the database, and is indexed another time.
    await guarded(ports, 'close', () => {
      shut(vault.leaving);
    });
    vault.shut();
  }

  return {
    dispatch(procedure, input) {
      const answer = () => dispatch(route, procedure, input);
      // It makes a backup, which must not meet a change of the keys.
      if (procedure === 'imports.take') return inTurn(answer);
      if (!isAlwaysOpen(procedure)) return answer();
      const reply = inTurn(answer);
      // The unlock itself is not kept waiting for the first backup of the day.
      void inTurn(() => guarded(ports, 'snapshots.due', vault.opened));
      return reply;
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await closeSession();
      await inTurn(async () => {
        // An unlock that was still running has opened the vault once more.
        await closeSession();
        vault.closed();
      });
    },
  };
}

const isAlwaysOpen = (procedure: string): procedure is OpenProcedure =>
  procedure.startsWith('vault.') || procedure.startsWith('snapshots.');
