import { unwrapWith, type Opener } from './key-wrap.ts';
import { isPending, type Keyring } from './keyring.ts';

/** The root key of a vault; two of them while it is being replaced. */
export interface Roots {
  /** Signs the keyring that it was taken from. */
  readonly root: Buffer;
  readonly nextRoot: Buffer | undefined;
  /** Which of the two the key in hand stands for. */
  readonly opened: 'root' | 'nextRoot';
  /** Fills them with zeros. */
  readonly forget: () => void;
}

type Opened =
  | { readonly kind: 'roots'; readonly roots: Roots }
  | { readonly kind: 'wrongKey' }
  | { readonly kind: 'damaged' };

/** What a passphrase or a code finds in a keyring. While a root is replaced, either opens both. */
export async function rootsOf(keyring: Keyring, key: Opener): Promise<Opened> {
  const { vaultId } = keyring;
  const tried = await key.unwrap(keyring);
  if (tried.kind === 'root') {
    const { root } = tried;
    if (!isPending(keyring)) return rootsFound(root, undefined, 'root');
    const wrapped = keyring.pending.nextRoot;
    const nextRoot = unwrapWith(root, wrapped, 'amends1/pending/next', vaultId);
    return nextRoot === undefined ? { kind: 'damaged' } : rootsFound(root, nextRoot, 'root');
  }
  if (!isPending(keyring)) return tried;
  const next = await key.unwrap({ vaultId, slots: keyring.pending.slots });
  if (next.kind !== 'root') return tried.kind === 'damaged' ? tried : next;
  const root = unwrapWith(next.root, keyring.pending.root, 'amends1/pending/root', vaultId);
  return root === undefined ? { kind: 'damaged' } : rootsFound(root, next.root, 'nextRoot');
}

function rootsFound(
  root: Buffer,
  nextRoot: Buffer | undefined,
  opened: Roots['opened'],
): Extract<Opened, { kind: 'roots' }> {
  const forget = () => {
    root.fill(0);
    nextRoot?.fill(0);
  };
  return { kind: 'roots', roots: { root, nextRoot, opened, forget } };
}
