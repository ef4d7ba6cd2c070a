import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { VaultId, type VaultOverview } from '#shared/domain/listed-vault.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { looksLikeVault } from './vault-folder.ts';
import { readVaultList, writeVaultList, type VaultList, type VaultPlace } from './vault-list.ts';

type Written = Promise<Result<void, AppError>>;

/**
 * The vaults that were made or opened here, and which of them the window is at. As long as there is
 * one without a name, in its usual place, nothing is written about it.
 */
export interface KnownVaults {
  readonly folder: () => string;
  readonly overview: () => Omit<VaultOverview, 'movedFrom'>;
  /** Where the old copy of the present vault still is, after a move. */
  readonly movedFrom: () => string | null;
  readonly find: (id: VaultId) => VaultPlace | undefined;
  /** Goes to a vault of the list. Only which one comes first next time needs the disk. */
  readonly choose: (id: VaultId) => Promise<void>;
  /** Adds a vault that is there already, and goes to it. One that is listed is not listed twice. */
  readonly add: (folder: string) => Written;
  /** Goes to a folder where a vault will be made. It is not listed before it was. */
  readonly begin: (folder: string, name: string) => void;
  /** The vault that the window is at was opened: it is there, and is listed if others are. */
  readonly opened: () => Written;
  readonly rename: (name: string) => Written;
  readonly moved: (folder: string) => Written;
  /** Writes the list as it is, to see whether it can be written. */
  readonly rewrite: () => Written;
  /** Takes a vault off the list. Its folder is left as it is. */
  readonly forget: (id: VaultId) => Written;
  /** Puts the vault back that was taken off the list last, where it stood. */
  readonly unforget: () => Written;
}

/** `file` holds the list; `usual` is the folder of the vault that needs no list. */
export function createKnownVaults(file: string, usual: string): KnownVaults {
  const read = readVaultList(file);
  let { list } = read;
  let forgotten: { readonly at: number; readonly place: VaultPlace } | undefined;
  let hasMoved = false;
  let begun: { readonly folder: string; readonly name: string } | null = null;

  const current = (): VaultPlace | undefined => list?.vaults.find(({ id }) => id === list?.current);
  const folder = (): string => begun?.folder ?? current()?.folder ?? usual;

  /** What is listed once there is a list: the vault in the usual place too, if there is one. */
  const places = (): readonly VaultPlace[] =>
    list?.vaults ?? (looksLikeVault(usual) ? [placeOf(usual)] : []);

  async function write(vaults: readonly VaultPlace[], id: VaultId): Written {
    const next: VaultList = { format: 1, current: id, vaults: [...vaults] };
    const written = await writeVaultList(file, next);
    if (written.ok) list = next;
    return written;
  }

  async function goTo(path: string, name: string): Written {
    const known = places();
    const place = known.find(listed => isSame(listed.folder, path)) ?? placeOf(path, name);
    const written = await write(known.includes(place) ? known : [...known, place], place.id);
    if (written.ok) begun = null;
    return written;
  }

  /** Changes the present vault, which is listed then. */
  async function change(changed: Partial<VaultPlace>): Written {
    const known = places();
    const place = known.find(listed => isSame(listed.folder, folder())) ?? placeOf(folder());
    const next = { ...place, ...changed };
    const others = known.filter(({ id }) => id !== place.id);
    return write(
      known.includes(place) ? known.map(p => (p === place ? next : p)) : [...others, next],
      next.id,
    );
  }

  return {
    folder,
    overview: () => ({
      vaults: (list?.vaults ?? []).map(({ id, name }) => ({
        id,
        name,
        isCurrent: begun === null && id === list?.current,
      })),
      mayCreate: begun !== null || list === null,
      listPutAside: read.isPutAside,
      hasMoved,
    }),
    movedFrom() {
      const before = current()?.movedFrom ?? null;
      return before !== null && existsSync(before) ? before : null;
    },
    find: id => list?.vaults.find(listed => listed.id === id),
    async choose(id) {
      begun = null;
      hasMoved = false;
      if (list === null) return;
      list = { ...list, current: id };
      const written = await write(list.vaults, id);
      if (!written.ok) console.error('chosen vault not kept:', written.error.code);
    },
    add: path => goTo(path, ''),
    begin(path, name) {
      // The way back to the vault in the usual place, which needed no list until now.
      const [first] = places();
      if (first !== undefined) list ??= { format: 1, current: first.id, vaults: [first] };
      begun = { folder: path, name };
    },
    async opened() {
      hasMoved = false;
      return begun === null ? ok(undefined) : goTo(begun.folder, begun.name);
    },
    rename: name => change({ name }),
    async moved(to) {
      const written = await change({ folder: to, movedFrom: folder() });
      hasMoved = written.ok;
      return written;
    },
    async rewrite() {
      return change({});
    },
    async forget(id) {
      if (list === null || id === list.current) return ok(undefined);
      const before = list.vaults;
      const written = await write(
        before.filter(listed => listed.id !== id),
        list.current,
      );
      const at = before.findIndex(listed => listed.id === id);
      const place = before[at];
      if (written.ok && place !== undefined) forgotten = { at, place };
      return written;
    },
    async unforget() {
      if (list === null || forgotten === undefined) return ok(undefined);
      const { at, place } = forgotten;
      const written = await write(list.vaults.toSpliced(at, 0, place), list.current);
      if (written.ok) forgotten = undefined;
      return written;
    },
  };
}

const placeOf = (folder: string, name = ''): VaultPlace => ({
  id: VaultId.parse(randomUUID()),
  name,
  folder: resolve(folder),
  movedFrom: null,
});

const isSame = (one: string, other: string): boolean => resolve(one) === resolve(other);
