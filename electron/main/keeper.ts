import type { BrowserWindow } from 'electron';
import type { AppEvent } from '#shared/ipc/bridge.ts';
import { APP_PAGE, UNLOCK_PAGE } from './protocol.ts';
import { startVaultProcess, type VaultProcess } from './vault-process.ts';

/** How long the page may take to save what was typed before the lock goes on without it. */
const FLUSH_MS = 1000;

/**
 * Keeps the window and the vault process in step: unlock page with a fresh process, app page with
 * an open vault, and between them a lock that saves first and then ends both.
 */
export interface Keeper {
  readonly vault: () => VaultProcess;
  readonly start: () => Promise<void>;
  /** Moves the window to the app, if the vault is open. */
  readonly enter: () => Promise<void>;
  readonly lock: () => Promise<void>;
  /** Saves and ends the vault process for good, before the window closes. */
  readonly leave: () => Promise<void>;
  /** The page answered the `flush` event. */
  readonly flushed: () => void;
  readonly isOpen: () => boolean;
}

export function createKeeper(
  folder: string,
  window: BrowserWindow,
  onChange: (isOpen: boolean) => void,
): Keeper {
  let vault = startVaultProcess(folder, vaultGone);
  let flushed = Promise.withResolvers<void>();
  let isOpen = false;
  let locking: Promise<void> | undefined;

  const send = (event: AppEvent): void => {
    if (!window.isDestroyed()) window.webContents.send('event', event);
  };

  function vaultGone(): void {
    send({ type: 'vault-gone' });
    if (isOpen || window.isDestroyed()) return;
    // Nothing was open: a new process takes over, and the page's next try reaches it.
    vault = startVaultProcess(folder, vaultGone);
    vault.connect(window.webContents);
  }

  async function show(page: string, open: boolean): Promise<void> {
    isOpen = open;
    onChange(open);
    if (!window.isDestroyed()) await window.loadURL(page);
  }

  async function flush(): Promise<void> {
    if (!isOpen) return;
    flushed = Promise.withResolvers();
    send({ type: 'flush' });
    const late = Promise.withResolvers<void>();
    const timer = setTimeout(late.resolve, FLUSH_MS);
    await Promise.race([flushed.promise, late.promise]);
    clearTimeout(timer);
  }

  async function lock(): Promise<void> {
    await flush();
    const ended = vault.end();
    // The page goes first, so that nothing is left to read while the process winds down.
    vault = startVaultProcess(folder, vaultGone);
    await show(UNLOCK_PAGE, false);
    await ended;
  }

  return {
    vault: () => vault,
    start: () => show(UNLOCK_PAGE, false),
    async enter() {
      const status = await vault.ask('vault.status', undefined);
      if (status.ok && status.value.state === 'unlocked') await show(APP_PAGE, true);
    },
    lock() {
      locking ??= lock().finally(() => {
        locking = undefined;
      });
      return locking;
    },
    async leave() {
      await locking;
      await flush();
      await vault.end();
    },
    flushed: () => {
      flushed.resolve();
    },
    isOpen: () => isOpen,
  };
}
