import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson } from '#core/vault/canonical-json.ts';
import {
  isAuthentic,
  keyEncryptionKey,
  signKeyring,
  unwrapRoot,
  wrapRoot,
} from '#core/vault/key-wrap.ts';
import { keyringBytes, parseKeyring, type Keyring } from '#core/vault/keyring.ts';
import {
  createTestApp,
  PASSPHRASE,
  startTestApp,
  temporaryFolder,
} from '../../support/test-app.ts';
import { hashesOf, openKeys } from '../vault-inspection.ts';

interface VaultFiles {
  readonly keys: Buffer;
  readonly database: Buffer;
  readonly root: Buffer;
}

let vault: VaultFiles;
let made: VaultFiles | undefined;

/** A folder with a copy of the vault, and the given key files in it. */
function vaultWith(primary: Buffer | null, second: Buffer | null): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'vault.db'), vault.database);
  if (primary !== null) writeFileSync(join(folder, 'vault.keys'), primary);
  if (second !== null) writeFileSync(join(folder, 'vault.keys.2'), second);
  return folder;
}

const unlock = (folder: string) =>
  startTestApp({ folder }).call('vault.unlock', { passphrase: PASSPHRASE });

const keyring = (): Keyring => {
  const parsed = parseKeyring(vault.keys, '');
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
};

const altered = (change: (json: Record<string, unknown>) => void): Buffer => {
  const json = JSON.parse(vault.keys.toString()) as Record<string, unknown>;
  change(json);
  return Buffer.from(canonicalJson(json));
};

const firstSlot = (json: Record<string, unknown>) =>
  (json['slots'] as { kdf: Record<string, unknown>; [key: string]: unknown }[])[0];

function flipped(index: number): Buffer {
  const bytes = Buffer.from(vault.keys);
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  return bytes;
}

beforeEach(async () => {
  vault = made ??= await makeVault();
});

async function makeVault(): Promise<VaultFiles> {
  const app = await createTestApp();
  await app.close();
  return {
    keys: readFileSync(join(app.folder, 'vault.keys')),
    database: readFileSync(join(app.folder, 'vault.db')),
    root: Buffer.from((await openKeys(app.folder)).root),
  };
}

describe('one sound copy is enough, and heals the other', () => {
  test.each([
    ['the first is missing', () => vaultWith(null, vault.keys)],
    ['the second is missing', () => vaultWith(vault.keys, null)],
    ['the first is empty', () => vaultWith(Buffer.alloc(0), vault.keys)],
    ['the second is cut off', () => vaultWith(vault.keys, vault.keys.subarray(0, 200))],
    ['the first is not even text', () => vaultWith(randomBytes(700), vault.keys)],
    ['the second is too long', () => vaultWith(vault.keys, Buffer.alloc(17 * 1024, ' '))],
  ])('when %s', async (_name, prepare) => {
    const folder = prepare();
    expect(await unlock(folder)).toMatchObject({ ok: true });
    expect(readFileSync(join(folder, 'vault.keys'))).toEqual(vault.keys);
    expect(readFileSync(join(folder, 'vault.keys.2'))).toEqual(vault.keys);
  });

  test('whichever value of the first copy was altered', { timeout: 60_000 }, async () => {
    const json = vault.keys.toString();
    // One byte in the middle of each value; the text around them is covered below, byte by byte.
    const values = [...json.matchAll(/"(\w+)":("[^"]{2,}"|\d+)/g)].map(match => [
      match[1] ?? '',
      match.index + match[0].length - 4,
    ]);
    expect(values.length).toBeGreaterThan(12);
    for (const [name, index] of values) {
      const folder = vaultWith(flipped(Number(index)), vault.keys);
      expect([name, await unlock(folder)]).toMatchObject([name, { ok: true }]);
      expect(readFileSync(join(folder, 'vault.keys')).equals(vault.keys)).toBe(true);
    }
  });
});

describe('without a sound copy nothing opens and nothing changes', () => {
  test('a keyring with any one byte changed is never taken for authentic', () => {
    for (let index = 0; index < vault.keys.length; index += 1) {
      const parsed = parseKeyring(flipped(index), '');
      expect([index, parsed.ok && isAuthentic(parsed.value, vault.root)]).toEqual([index, false]);
    }
  });

  test.each([
    ['both are cut off', () => vaultWith(vault.keys.subarray(0, 99), vault.keys.subarray(0, 300))],
    ['both have another MAC', () => vaultWith(changedValue('mac'), changedValue('mac'))],
    ['both have another wrapped key', () => vaultWith(changedValue('ct'), changedValue('ct'))],
    ['both were dated back', () => vaultWith(redated(), redated())],
  ])('when %s', async (_name, prepare) => {
    const folder = prepare();
    const before = hashesOf(folder);
    const error = { code: 'vault.keyringDamaged', path: join(folder, 'vault.keys') };
    expect(await unlock(folder)).toEqual({ ok: false, error });
    expect(hashesOf(folder)).toEqual(before);
  });

  const changedValue = (name: string) => {
    const start = vault.keys.indexOf(`"${name}":"`) + name.length + 4;
    const other = vault.keys[start] === 0x41 ? 0x42 : 0x41;
    return Buffer.from(vault.keys).fill(other, start, start + 1);
  };
  const redated = () => altered(json => (json['createdAt'] = 1));

  test('a vault whose key files are both gone says that they are missing', async () => {
    const folder = vaultWith(null, null);
    const error = { code: 'vault.keyringMissing', path: join(folder, 'vault.keys') };
    expect(await unlock(folder)).toEqual({ ok: false, error });
    const again = await startTestApp({ folder }).call('vault.create', { passphrase: PASSPHRASE });
    expect(again).toEqual({ ok: false, error: { code: 'vault.exists', folder } });
  });
});

describe('what an attacker may write into a key file', () => {
  test.each([
    ['memory below the floor', { m: 64 * 1024 - 1 }],
    ['memory beyond the ceiling', { m: 64 * 1024 * 1024 }],
    ['too few passes', { t: 2 }],
    ['too many passes', { t: 11 }],
    ['too many lanes', { p: 17 }],
    ['another algorithm', { alg: 'argon2i' }],
    ['an older version', { v: 16 }],
    ['a short salt', { salt: 'AAAA' }],
  ])('%s is refused before any derivation runs', async (_name, cost) => {
    const file = altered(json => Object.assign(firstSlot(json)?.kdf ?? {}, cost));
    const folder = vaultWith(file, file);
    // Reading is refused, and without a keyring read there is nothing to derive a key for.
    expect(parseKeyring(file, '').ok).toBe(false);
    expect(await unlock(folder)).toMatchObject({ error: { code: 'vault.keyringDamaged' } });
  });

  test.each([
    ['an unknown field', alteration(json => (json['extra'] = 1))],
    [
      'an unknown field in a slot',
      alteration(json => Object.assign(firstSlot(json) ?? {}, { a: 1 })),
    ],
    ['another cipher', alteration(json => (json['db'] = { cipher: 'none' }))],
    ['no slots', alteration(json => (json['slots'] = []))],
    [
      'the same values in another order',
      () => Buffer.from(vault.keys.toString().replace(/^\{("createdAt":\d+),(.*)\}$/, '{$2,$1}')),
    ],
    ['spaces', () => Buffer.concat([vault.keys, Buffer.from('\n')])],
  ])('%s makes a copy worthless', (_name, file) => {
    expect(parseKeyring(file(), 'x')).toEqual({
      ok: false,
      error: { code: 'vault.keyringDamaged', path: 'x' },
    });
  });

  function alteration(change: (json: Record<string, unknown>) => void): () => Buffer {
    return () => altered(change);
  }
});

describe('keyrings of other versions', () => {
  test('one that only a newer version can read is refused untouched', async () => {
    const newer = altered(json => Object.assign(json, { format: 3, minReader: 3, shape: 'new' }));
    const folder = vaultWith(newer, vault.keys);
    const before = hashesOf(folder);
    const path = join(folder, 'vault.keys');
    const error = { code: 'vault.newerVersion', what: 'keyring', path };
    expect(await unlock(folder)).toEqual({ ok: false, error });
    expect(hashesOf(folder)).toEqual(before);
  });

  test('a later format that this version may read opens, and keeps what it does not know', async () => {
    const { mac: _mac, ...rest } = keyring();
    const fromTheFuture = { ...rest, format: 3, hint: { kept: true } };
    const later = signKeyring(fromTheFuture, vault.root);
    const folder = vaultWith(keyringBytes(later), keyringBytes(later));
    const app = startTestApp({ folder });
    await app.get('vault.unlock', { passphrase: PASSPHRASE });
    const next = 'another passphrase';
    await app.get('vault.changePassphrase', { current: PASSPHRASE, next });
    const written = JSON.parse(readFileSync(join(folder, 'vault.keys'), 'utf8')) as unknown;
    expect(written).toMatchObject({ format: 3, hint: { kept: true }, epoch: 2 });
  });

  test('a recovery slot beside the passphrase needs no new format', async () => {
    const { vaultId, slots } = keyring();
    const header = {
      id: randomBytes(16).toString('base64'),
      type: 'recovery' as const,
      kdf: { alg: 'hkdf-sha256' as const, salt: randomBytes(16).toString('base64') },
    };
    const code = randomBytes(20);
    const recovery = wrapRoot(vault.root, keyEncryptionKey(code, vaultId, header), vaultId, header);
    const { mac: _mac, ...rest } = keyring();
    const both = signKeyring({ ...rest, slots: [recovery, ...slots] }, vault.root);
    const folder = vaultWith(keyringBytes(both), keyringBytes(both));

    const app = startTestApp({ folder });
    await app.get('vault.unlock', { passphrase: PASSPHRASE });
    const next = 'another passphrase';
    await app.get('vault.changePassphrase', { current: PASSPHRASE, next });
    await app.close();

    const { keyring: after } = await openKeys(folder, next);
    expect(after.slots.at(1)).toEqual(recovery);
    const kek = keyEncryptionKey(code, vaultId, header);
    expect(unwrapRoot(kek, vaultId, recovery)).toEqual({ kind: 'root', root: vault.root });
  });
});

test('the newest authentic copy decides which passphrase opens', async () => {
  const folder = vaultWith(vault.keys, vault.keys);
  const app = startTestApp({ folder });
  await app.get('vault.unlock', { passphrase: PASSPHRASE });
  await app.get('vault.changePassphrase', { current: PASSPHRASE, next: 'another passphrase' });
  await app.close();
  // As after a power cut between the two files, or when someone puts an old copy back.
  writeFileSync(join(folder, 'vault.keys.2'), vault.keys);

  expect(await unlock(folder)).toMatchObject({ error: { code: 'vault.wrongPassphrase' } });
  const later = startTestApp({ folder });
  await later.get('vault.unlock', { passphrase: 'another passphrase' });
  const [first, second] = ['vault.keys', 'vault.keys.2'].map(name =>
    readFileSync(join(folder, name)),
  );
  expect(second).toEqual(first);
  rmSync(folder, { recursive: true });
});
