import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow, WebContents } from 'electron';
import type { AppEvent } from '#shared/ipc/bridge.ts';
import { createLastSave, type Leaving } from './last-save.ts';
import { APP_PAGE, UNLOCK_PAGE } from './protocol.ts';
import { startVaultProcess, type VaultProcess } from './vault-process.ts';

/** A vault process that dies this often within this time is not started again by itself. */
const DEATHS = 3;
const DEATHS_WITHIN_MS = 10_000;

/** How soon an idle vault tells that it is locked. One that derives a key answers after that. */
const STATUS_MS = 250;

/**
 * Keeps the window and the vault process in step: unlock page with a fresh process, app page with
 * an open vault, and between them a lock that saves first and then ends both.
 */
export interface Keeper {
  readonly vault: () => VaultProcess;
  readonly isOpen: () => boolean;
  /** Goes to the vault in another folder, which is locked. What was open before is ended. */
  readonly goTo: (folder: string) => Promise<void>;
  readonly start: () => Promise<void>;
  /** The page crashed or was ended: nobody can write on, so that nothing stays open behind it. */
  readonly pageGone: () => Promise<void>;
  /** Gives the page a line to the vault process, which is started once more if it is gone. */
  readonly connect: (page: WebContents) => void;
  /** Moves the window to the app, if the vault is open. */
  readonly enter: () => Promise<void>;
  /** Locks, unless the page says that something is not saved. */
  readonly lock: () => Promise<void>;
  /** Locks whatever the page says, unless the vault is known to be locked. */
  readonly lockInAnyCase: () => Promise<void>;
  /** Locks like `lockInAnyCase`; a page that is locked already forgets what was typed into it. */
  readonly hide: () => Promise<void>;
  /**
   * Saves and ends the vault process for good, before the window closes. False when the page said
   * that something is not saved: then nothing was ended.
   */
  readonly leave: () => Promise<boolean>;
  /** The page answered the `flush` event. Returns what is held back because of its answer. */
  readonly flushed: (saved: boolean) => Leaving | null;
}

export function createKeeper(
  firstFolder: string,
  window: BrowserWindow,
  onChange: (isOpen: boolean) => void,
): Keeper {
  let folder = firstFolder;
  let deaths: readonly number[] = [];
  let vault = startVaultProcess(folder, vaultGone);
  let ending = Promise.resolve();
  let isOpen = false;
  let isLeaving = false;
  let shows = 0;
  let locking: Promise<void> | undefined;

  const send = (event: AppEvent): void => {
    if (!window.isDestroyed()) window.webContents.send('event', event);
  };
  const lastSave = createLastSave(() => send({ type: 'flush' }));

  function vaultGone(): void {
    send({ type: 'vault-gone' });
    const now = performance.now();
    deaths = [...deaths, now].filter(at => now - at < DEATHS_WITHIN_MS);
    // Nothing was open: a new process takes over, and the page's next try reaches it.
    if (!isOpen && !window.isDestroyed() && deaths.length < DEATHS) restart(window.webContents);
  }

  function restart(page: WebContents): void {
    vault = startVaultProcess(folder, vaultGone);
    vault.connect(page);
  }

  async function show(page: string, open: boolean): Promise<void> {
    isOpen = open;
    onChange(open);
    const turn = (shows += 1);
    try {
      if (!window.isDestroyed()) await window.loadURL(page);
    } catch (error) {
      // A page that another one overtook, or that went with its window, does not have to load.
      if (turn === shows && !window.isDestroyed()) throw error;
    }
  }

  /** The page and the process go at the same time: neither waits for the other to be gone. */
  async function lockNow(): Promise<void> {
    ending = vault.end();
    vault = startVaultProcess(folder, vaultGone);
    await Promise.all([show(UNLOCK_PAGE, false), ending]);
  }

  function lockOnce(): Promise<void> {
    if (isLeaving) return Promise.resolve();
    locking ??= lockNow().finally(() => {
      locking = undefined;
    });
    return locking;
  }

  async function lockOr(whenLocked: () => Promise<void>): Promise<void> {
    if (isOpen) await lastSave.tell();
    else if (await isKnownLocked()) return whenLocked();
    return lockOnce();
  }

  async function isKnownLocked(): Promise<boolean> {
    const status = await Promise.race([vault.ask('vault.status', undefined), wait(STATUS_MS)]);
    return !isOpen && status?.ok === true && status.value.state !== 'unlocked';
  }

  return {
    vault: () => vault,
    isOpen: () => isOpen,
    async goTo(next) {
      folder = next;
      // A lock that is under way has started the process of the folder before.
      await locking;
      await lockOnce();
    },
    start: () => show(UNLOCK_PAGE, false),
    pageGone: () => (isOpen ? lockOnce() : show(UNLOCK_PAGE, false)),
    connect(page) {
      if (!vault.isGone()) vault.connect(page);
      // What was open can not be opened again without the passphrase.
      else if (isOpen) send({ type: 'vault-gone' });
      else restart(page);
    },
    async enter() {
      const asked = vault;
      const status = await asked.ask('vault.status', undefined);
      // A lock may have come meanwhile.
      const isUnlocked = asked === vault && status.ok && status.value.state === 'unlocked';
      if (isUnlocked && !isLeaving) await show(APP_PAGE, true);
    },
    async lock() {
      if (!isOpen || (await lastSave.ask('lock'))) await lockOnce();
    },
    async lockInAnyCase() {
      await lockOr(() => Promise.resolve());
    },
    async hide() {
      await lockOr(() => show(UNLOCK_PAGE, false));
    },
    async leave() {
      if (isOpen && !(await lastSave.ask('close'))) return false;
      isLeaving = true;
      await Promise.all([ending, vault.end()]);
      return true;
    },
    flushed: lastSave.answered,
  };
}
