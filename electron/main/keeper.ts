import { setTimeout as wait } from 'node:timers/promises';
import { app, dialog, type BrowserWindow, type WebContents } from 'electron';
import type { AppEvent } from '#shared/ipc/bridge.ts';
import { createLastSave, type Leaving } from './last-save.ts';
import { loadPage } from './load-page.ts';
import { APP_PAGE, UNLOCK_PAGES } from './protocol.ts';
import { startVaultProcess, type VaultProcess } from './vault-process.ts';

/** A vault process that dies this often within this time is not started again by itself. */
const DEATHS = 3;
const DEATHS_WITHIN_MS = 10_000;

/** How soon an idle vault tells that it is locked. One that derives a key answers after that. */
const STATUS_MS = 250;

/** A lock screen that did not come for so long counts as shown: the next lock shows it again. */
const LOADING_MS = 5000;

/**
 * Keeps the window and the vault process in step: unlock page with a fresh process, app page with
 * an open vault, and between them a lock that saves first and then ends both.
 */
export interface Keeper {
  readonly vault: () => VaultProcess;
  readonly isOpen: () => boolean;
  /** The window is closing, and hidden; what it shows by then is of no use. */
  readonly isLeaving: () => boolean;
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
  readonly flushed: (asked: number, saved: boolean) => Leaving | null;
}

export function createKeeper(
  firstFolder: string,
  window: BrowserWindow,
  onChange: (isOpen: boolean) => void,
): Keeper {
  let folder = firstFolder;
  let deaths: readonly number[] = [];
  let vault = startVaultProcess(folder, vaultGone);
  /** Processes of earlier locks may still be finishing; nothing but the end of the app waits for them. */
  let ending: Promise<unknown> = Promise.resolve();
  let isOpen = false;
  let isLeaving = false;
  let shows = 0;
  let loads = 0;
  let unlockPage: (typeof UNLOCK_PAGES)[number] = UNLOCK_PAGES[1];
  let locking: Promise<void> | undefined;

  const send = (event: AppEvent): void => {
    if (!window.isDestroyed()) window.webContents.send('event', event);
  };
  const lastSave = createLastSave(asked => send({ type: 'flush', asked }));

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
    loads += 1;
    const isThere = await loadPage(window, page, () => turn !== shows);
    loads -= 1;
    if (isThere || isLeaving) return;
    // Before the person is told, who may be away: nothing locks while that stands there.
    await vault.end();
    if (turn !== shows || window.isDestroyed()) return;
    dialog.showErrorBox(
      'Amends could not show its window',
      'What was saved is safe in your vault. Amends will close now; please open it again.',
    );
    app.quit();
  }

  /** In a new process: what was typed on the lock screen before does not stay. */
  const showLocked = (): Promise<void> => {
    unlockPage = unlockPage === UNLOCK_PAGES[0] ? UNLOCK_PAGES[1] : UNLOCK_PAGES[0];
    return show(unlockPage, false);
  };

  /** The page and the process go at the same time: neither waits for the other to be gone. */
  async function lockNow(): Promise<void> {
    ending = Promise.all([ending, vault.end()]);
    vault = startVaultProcess(folder, vaultGone);
    // A page that hangs while it is loaded leaves that unanswered, and no lock may wait for it.
    await Promise.race([showLocked(), wait(LOADING_MS, undefined, { ref: false })]);
  }

  /** Locks that come together are one, but one that comes after the vault was opened again is not. */
  function lockOnce(): Promise<void> {
    if (isLeaving) return Promise.resolve();
    if (locking !== undefined && !isOpen) return locking;
    const own = lockNow().finally(() => {
      if (locking === own) locking = undefined;
    });
    locking = own;
    return own;
  }

  async function lockOr(whenLocked: () => Promise<void>): Promise<void> {
    await locking;
    // A passphrase may be on its way to the vault, which still says "locked". The lock screen asks it
    // on the same line before it answers, so that whatever it sent has come by then, or is late.
    const asked = vault;
    const isAnswered = await lastSave.tell();
    if (asked === vault && !(isAnswered && !isOpen && (await isKnownLocked()))) return lockOnce();
    // Another lock came first; whatever was opened since then was opened after this one.
    return isOpen ? undefined : whenLocked();
  }

  async function isKnownLocked(): Promise<boolean> {
    const status = await Promise.race([vault.ask('vault.status', undefined), wait(STATUS_MS)]);
    return !isOpen && status?.ok === true && !status.value.keysInHand;
  }

  async function mayClose(): Promise<boolean> {
    const asked = vault;
    if (!(await lastSave.ask('close'))) return false;
    // What was opened again meanwhile holds words that nobody asked about yet.
    return asked === vault || !isOpen || mayClose();
  }

  return {
    vault: () => vault,
    isOpen: () => isOpen,
    isLeaving: () => isLeaving,
    async goTo(next) {
      folder = next;
      // A lock that is under way has started the process of the folder before.
      await locking;
      await lockOnce();
    },
    start: showLocked,
    // One that crashes while it is loaded is loaded again, as often as it makes sense.
    pageGone: () => (loads > 0 ? Promise.resolve() : lockOnce()),
    connect(page) {
      if (isLeaving) return;
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
      const asked = vault;
      if (isOpen && !(await lastSave.ask('lock'))) return;
      // What was opened after another lock was opened after this one.
      if (asked === vault) await lockOnce();
    },
    async lockInAnyCase() {
      await lockOr(() => Promise.resolve());
    },
    async hide() {
      await lockOr(showLocked);
    },
    async leave() {
      if (isOpen && !(await mayClose())) return false;
      isLeaving = true;
      // The vault may take its time, and no lock is needed for what is not there.
      window.hide();
      void showLocked();
      await Promise.all([ending, vault.end()]);
      return true;
    },
    flushed: lastSave.answered,
  };
}
