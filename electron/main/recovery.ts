import { app, type BrowserWindow } from 'electron';
import { paperFor, plainPaper } from '#shared/domain/print.ts';
import type { AppError } from '#shared/errors.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { chooseNewFile, nameOfToday } from './choose-path.ts';
import type { Keeper } from './keeper.ts';
import type { Printer } from './print.ts';
import { saveFile } from './save-file.ts';
import type { SecretClipboard } from './secret-clipboard.ts';

interface Means {
  readonly window: BrowserWindow;
  readonly keeper: Keeper;
  readonly printer: Printer;
  readonly secrets: SecretClipboard;
}

/** The ways out of the computer for a recovery code. It comes from the vault process, when needed. */
export const createRecoveryKeeping = ({ window, keeper, printer, secrets }: Means) => {
  async function sheet(): Promise<Result<Output<'vault.recoverySheet'>, AppError>> {
    const vault = keeper.vault();
    const made = await vault.ask('vault.recoverySheet', undefined);
    // Locked since it was asked: what the code would be in ended with the lock.
    return !made.ok || vault === keeper.vault() ? made : err({ code: 'vault.locked' });
  }

  return {
    print: async (): Promise<Result<void, AppError>> => {
      const made = await sheet();
      if (!made.ok) return made;
      const options = { ...plainPaper(paperFor(app.getLocale())), pageNumbers: false };
      return printer.print(made.value.paper, options);
    },
    /** Asks where first, and for the code then: after a lock there is none any more. */
    save: async (): Promise<Result<{ readonly path: string }, AppError>> => {
      const file = { name: nameOfToday('recovery-code', 'txt'), kind: 'Text' };
      const path = await chooseNewFile(window, file);
      if (!path.ok) return path;
      const made = await sheet();
      if (!made.ok) return made;
      const saved = await saveFile(path.value, Buffer.from(made.value.text));
      return saved.ok ? ok({ path: path.value }) : saved;
    },
    copy: async (): Promise<Result<void, AppError>> => {
      const made = await sheet();
      if (!made.ok) return made;
      await secrets.copy(made.value.code);
      return ok(undefined);
    },
  };
};
