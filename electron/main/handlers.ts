import { app, nativeTheme, type BrowserWindow } from 'electron';
import { paperFor, type PrintDocument } from '#shared/domain/print.ts';
import type { AppError } from '#shared/errors.ts';
import type { HandlersFor, Input, ShellProcedure } from '#shared/ipc/contract.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { chooseBackup, chooseFolder, chooseNewFile, nameOfToday } from './choose-path.ts';
import type { IdleLock } from './idle-lock.ts';
import { runExport } from './export.ts';
import { createImporting } from './import.ts';
import type { Keeper } from './keeper.ts';
import type { KnownVaults } from './known-vaults.ts';
import type { Printer } from './print.ts';
import { createRecoveryKeeping } from './recovery.ts';
import { saveFile } from './save-file.ts';
import type { SecretClipboard } from './secret-clipboard.ts';
import { createVaultsHandlers } from './vaults.ts';
import type { WindowState } from './window-file.ts';

interface Shell {
  readonly window: BrowserWindow;
  readonly keeper: Keeper;
  readonly printer: Printer;
  readonly secrets: SecretClipboard;
  readonly idleLock: IdleLock;
  readonly vaults: KnownVaults;
  readonly remember: (change: Partial<WindowState>) => void;
}

/** Who answers the `shell.*` procedures: one line each. */
export function createShellHandlers(shell: Shell): HandlersFor<ShellProcedure> {
  const recovery = createRecoveryKeeping(shell);
  const importing = createImporting(shell);
  return {
    ...createVaultsHandlers(shell),
    'shell.info': () => ok(info(shell)),
    'shell.setTheme': theme => {
      nativeTheme.themeSource = theme;
      shell.remember({ theme });
      return ok(undefined);
    },
    'shell.enter': () => enter(shell),
    'shell.lock': () => {
      // Not awaited: the page that asks is gone before the lock is complete.
      void shell.keeper.lock();
      return ok(undefined);
    },
    'shell.flushed': ({ asked, saved }) => ok({ heldBack: shell.keeper.flushed(asked, saved) }),
    'shell.close': () => {
      shell.window.close();
      return ok(undefined);
    },
    'shell.printPreview': request =>
      withLetter(shell, request, false, async letter => {
        const pdf = await shell.printer.toPdf(letter, request.options);
        return pdf.ok ? ok({ pdf: new Uint8Array(pdf.value), leftOut: letter.leftOut }) : pdf;
      }),
    'shell.print': request =>
      withReceipt(shell, request, 'paper', () =>
        withLetter(shell, request, true, letter => shell.printer.print(letter, request.options)),
      ),
    'shell.savePdf': request => withReceipt(shell, request, 'pdf', () => savePdf(shell, request)),
    'shell.runExport': id => runExport(shell, id),
    'shell.chooseImport': importing.choose,
    'shell.cancelImport': importing.cancel,
    'shell.printRecovery': recovery.print,
    'shell.saveRecovery': recovery.save,
    'shell.copyRecovery': recovery.copy,
    'shell.chooseFolder': () => chooseFolder(shell.window),
    'shell.chooseBackup': () => chooseBackup(shell.window),
    'shell.setIdleLock': ({ minutes }) => {
      // A page that is on its way out speaks for a vault that is locked by now.
      if (shell.keeper.isOpen()) shell.idleLock.lockAfter(minutes);
      return ok(undefined);
    },
    'shell.quickHide': () => {
      shell.window.minimize();
      void shell.keeper.hide();
      return ok(undefined);
    },
  };
}

/** A vault that was just made is listed first: a list that can not be written would lose it. */
async function enter({ keeper, vaults }: Shell): Promise<Result<void, AppError>> {
  const status = await keeper.vault().ask('vault.status', undefined);
  if (!status.ok || status.value.state !== 'unlocked') return ok(undefined);
  const listed = await vaults.opened();
  if (listed.ok) await keeper.enter();
  return listed;
}

const info = ({ vaults }: Shell) =>
  ({
    version: app.getVersion(),
    locale: app.getLocale(),
    paper: paperFor(app.getLocale()),
    vaultFolder: vaults.folder(),
    theme: nativeTheme.themeSource,
    platform:
      process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
  }) as const;

async function withLetter<T>(
  { keeper }: Shell,
  request: Input<'shell.print'>,
  leaves: boolean,
  work: (letter: PrintDocument) => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> {
  const vault = keeper.vault();
  const letter = await vault.ask('entries.printDocument', { ...request, leaves });
  if (!letter.ok) return letter;
  // Locked since it was asked: print jobs ended with the lock, and none may begin after it.
  return vault === keeper.vault() ? work(letter.value) : err({ code: 'vault.locked' });
}

/** The vault keeps that a letter left the app, where it was said for whom. */
async function withReceipt<T>(
  { keeper }: Shell,
  { id, copy }: Input<'shell.print'>,
  format: 'paper' | 'pdf',
  work: () => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> {
  const done = await work();
  if (done.ok && copy !== undefined) {
    // The letter is out whether this can be kept or not.
    await keeper.vault().ask('exports.keepReceipt', { id, audience: copy.audience, format });
  }
  return done;
}

/** Asks where first, and for the letter then: while the dialog waits, a lock leaves nothing here. */
async function savePdf(
  shell: Shell,
  request: Input<'shell.savePdf'>,
): Promise<Result<{ path: string }, AppError>> {
  const file = { name: nameOfToday('letter', 'pdf'), kind: 'PDF' };
  const chosen = await chooseNewFile(shell.window, file);
  if (!chosen.ok) return chosen;
  const path = chosen.value;
  return withLetter(shell, request, true, async letter => {
    const pdf = await shell.printer.toPdf(letter, request.options);
    if (!pdf.ok) return pdf;
    const saved = await saveFile(path, pdf.value);
    return saved.ok ? ok({ path }) : saved;
  });
}
