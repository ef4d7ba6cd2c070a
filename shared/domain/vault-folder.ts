/** What there is to see of a folder, for whoever can read it. */
export interface FolderContent {
  readonly names: readonly string[];
  /** The names in its folder `snapshots`. */
  readonly backups: readonly string[];
  readonly hasManifest: (backup: string) => boolean;
}

/**
 * Whether a folder holds a vault or any part of one. Where it does, none is ever created. A backup
 * that was being taken in when the process ended is no part yet: its manifest is its last one.
 */
export const isVault = ({ names, backups, hasManifest }: FolderContent): boolean =>
  names.some(name => name.startsWith('vault.db') || name.startsWith('vault.keys')) ||
  backups.some(name => !name.startsWith('new-') || hasManifest(name));
