import { z } from 'zod';

export const VaultId = z.uuid().brand<'VaultId'>();
export type VaultId = z.infer<typeof VaultId>;

/** What the owner of a vault calls it; empty for nothing. Anyone at the computer can read it. */
export const VaultName = z
  .string()
  .trim()
  .max(60)
  .regex(/^\P{Cc}*$/u);

/** A vault as the lock screen shows it: its name and nothing else. */
export const ListedVault = z.strictObject({
  id: VaultId,
  name: VaultName,
  isCurrent: z.boolean(),
});
export type ListedVault = z.infer<typeof ListedVault>;

/** Which vaults the app knows of. */
export const VaultOverview = z.strictObject({
  vaults: z.array(ListedVault),
  /** Where the window is now, no vault was ever made or opened: one may be created there. */
  mayCreate: z.boolean(),
  /** The list could not be read. It was put aside, and begins anew. */
  listPutAside: z.boolean(),
  /** The present vault was moved here just now, and was not opened since. */
  hasMoved: z.boolean(),
  /** The folder that the present vault was moved from, while it is still there; null while locked. */
  movedFrom: z.string().nullable(),
});
export type VaultOverview = z.infer<typeof VaultOverview>;
