import type { BrowserWindow } from 'electron';
import type { AppError } from '#shared/errors.ts';
import type { HandlersFor } from '#shared/ipc/contract.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { chooseFolder } from './choose-path.ts';
import type { Keeper } from './keeper.ts';
import type { KnownVaults } from './known-vaults.ts';
import { freeFolder, looksLikeVault, vaultIn } from './vault-folder.ts';

interface Means {
  readonly window: BrowserWindow;
  readonly keeper: Keeper;
  readonly vaults: KnownVaults;
}

type VaultsProcedure =
  | 'shell.vaults'
  | 'shell.openVault'
  | 'shell.addVault'
  | 'shell.newVault'
  | 'shell.forgetVault'
  | 'shell.unforgetVault'
  | 'shell.nameVault'
  | 'shell.moveVault';

/**
 * Going from one vault to another, which only the locked page asks for, and naming and moving the
 * one that is open. A page never says where a vault is: it names one of the list, or the person
 * chooses a folder.
 */
export function createVaultsHandlers(means: Means): HandlersFor<VaultsProcedure> {
  const { window, keeper, vaults } = means;

  // While the system's dialog stood there, a passphrase that was being tried was right.
  const openedMeanwhile = err({ code: 'ipc.untrustedSender' } as const);
  const whileLocked = async (work: () => Promise<Result<void, AppError>>) =>
    keeper.isOpen() ? err({ code: 'ipc.untrustedSender' } as const) : work();
  const whileOpen = async (work: () => Promise<Result<void, AppError>>) =>
    keeper.isOpen() ? work() : err({ code: 'vault.locked' } as const);

  async function goOn(written: Result<void, AppError>): Promise<Result<void, AppError>> {
    // Not awaited: the page that asks is gone before the other vault is there.
    if (written.ok) void keeper.goTo(vaults.folder());
    return written;
  }

  return {
    'shell.vaults': () =>
      ok({ ...vaults.overview(), movedFrom: keeper.isOpen() ? vaults.movedFrom() : null }),
    'shell.openVault': ({ id }) =>
      whileLocked(async () => {
        const place = vaults.find(id);
        // On a drive that is not there, nothing is made in its place.
        if (place === undefined || !looksLikeVault(place.folder)) {
          return err({ code: 'vault.unreachable' });
        }
        await vaults.choose(id);
        return goOn(ok(undefined));
      }),
    'shell.addVault': () =>
      whileLocked(async () => {
        const chosen = await chooseFolder(window);
        if (!chosen.ok) return chosen;
        const { folder } = chosen.value;
        if (keeper.isOpen()) return openedMeanwhile;
        const found = vaultIn(folder);
        return found === undefined
          ? err({ code: 'vault.notHere', folder })
          : goOn(await vaults.add(found));
      }),
    'shell.newVault': ({ name }) =>
      whileLocked(async () => {
        const chosen = await chooseFolder(window);
        if (!chosen.ok) return chosen;
        const { folder } = chosen.value;
        if (keeper.isOpen()) return openedMeanwhile;
        const free = freeFolder(folder);
        if (free.ok) vaults.begin(folder, name);
        return goOn(free);
      }),
    'shell.forgetVault': ({ id }) => whileLocked(() => vaults.forget(id)),
    'shell.unforgetVault': () => whileLocked(() => vaults.unforget()),
    'shell.nameVault': ({ name }) => whileOpen(() => vaults.rename(name)),
    'shell.moveVault': ({ folder }) => whileOpen(() => moveTo(folder, means)),
  };
}

/** The vault process copies and checks, and closes what it copied; then the list follows. */
async function moveTo(folder: string, { keeper, vaults }: Means): Promise<Result<void, AppError>> {
  // A list that can not be written would lead back to the old folder, and its old words.
  const writable = await vaults.rewrite();
  if (!writable.ok) return writable;
  const copied = await keeper.vault().ask('vault.move', { folder });
  if (!copied.ok) return copied;
  const listed = await vaults.moved(copied.value.folder);
  // If not, the window goes back to the old folder, where nothing was written since.
  if (!listed.ok) console.error('move not listed:', listed.error.code);
  void keeper.goTo(vaults.folder());
  return listed;
}
