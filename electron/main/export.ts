import type { BrowserWindow } from 'electron';
import type { ExportId, ExportTarget, ExportTurn, ExportWritten } from '#shared/domain/export.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { chooseFolder, chooseNewFile } from './choose-path.ts';
import type { Keeper } from './keeper.ts';
import type { Printer } from './print.ts';
import type { VaultProcess } from './vault-process.ts';

interface Means {
  readonly window: BrowserWindow;
  readonly keeper: Keeper;
  readonly printer: Printer;
}

/**
 * Asks where, and lets the vault process write a prepared export there. Letters pass through this
 * process only as the pages of PDFs, one at a time.
 */
export async function runExport(
  means: Means,
  id: ExportId,
): Promise<Result<ExportWritten, AppError>> {
  const { window, keeper } = means;
  const vault = keeper.vault();
  const target = await vault.ask('exports.target', id);
  if (!target.ok) return target;
  const chosen = await choosePlace(window, target.value);
  if (!chosen.ok) {
    await vault.ask('exports.cancel', id);
    return chosen;
  }
  // Locked while the dialog waited: the export ended with the vault that prepared it.
  if (vault !== keeper.vault()) return err({ code: 'vault.locked' });
  const begun = await vault.ask('exports.begin', { id, path: chosen.value });
  return begun.ok ? writeAll(means, vault, id) : begun;
}

async function choosePlace(
  window: BrowserWindow,
  { kind, name, extension }: ExportTarget,
): Promise<Result<string, AppError>> {
  if (kind === 'folder') {
    const chosen = await chooseFolder(window);
    return chosen.ok ? ok(chosen.value.folder) : chosen;
  }
  const shown = extension.toUpperCase().replace('.', ', ');
  return chooseNewFile(window, { name: `${name}.${extension}`, kind: shown });
}

async function writeAll(
  means: Means,
  vault: VaultProcess,
  id: ExportId,
): Promise<Result<ExportWritten, AppError>> {
  for (;;) {
    const turn = await vault.ask('exports.next', id);
    if (!turn.ok) return turn;
    if (turn.value.kind === 'done') return ok(turn.value.written);
    if (turn.value.kind === 'go-on') continue;
    const rendered = await render(means, vault, id, turn.value);
    if (!rendered.ok) {
      await vault.ask('exports.cancel', id);
      return rendered;
    }
  }
}

async function render(
  { keeper, printer }: Means,
  vault: VaultProcess,
  id: ExportId,
  { letter, options }: Extract<ExportTurn, { kind: 'render' }>,
): Promise<Result<void, AppError>> {
  // Locked since it was asked: print jobs ended with the lock, and none may begin after it.
  if (vault !== keeper.vault()) return err({ code: 'vault.locked' });
  const pdf = await printer.toPdf(letter, options);
  return pdf.ok ? vault.ask('exports.rendered', { id, pdf: new Uint8Array(pdf.value) }) : pdf;
}
