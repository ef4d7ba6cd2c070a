import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AppError } from '#shared/errors.ts';
import { documentOf } from '../../support/builders.ts';
import { imageOf, writeImage, type Image } from '../power/recorder.ts';
import { createChance, type Chance } from '../support/chance.ts';
import { quickFolder } from '../support/folders.ts';
import { coreOver, PASSPHRASE, unlocked, type Core } from '../support/open-vault.ts';
import { tell, times } from '../support/scale.ts';

const CASES = times(200, 5000);
const LETTERS = 20;
const PAGE = 4096;
const chance = createChance();

const textOf = (letter: number): string =>
  `This is letter ${letter}, word${letter}.\n${`I said number ${letter} again. `.repeat(letter * 9)}`;

/** What a person would see: every title with its text. */
type Shown = Readonly<Record<string, string>>;

async function writeVault(folder: string): Promise<void> {
  const core = coreOver(folder);
  await core.get('vault.create', { passphrase: PASSPHRASE });
  for (let letter = 0; letter < LETTERS; letter += 1) {
    const { id, writtenOn } = await core.get('entries.create', {
      templateId: null,
      journeyId: null,
    });
    const document = documentOf(textOf(letter));
    const title = `Letter ${letter}`;
    await core.get('entries.saveDraft', { id, baseVersion: 1, seq: 1, title, writtenOn, document });
  }
  await core.close();
}

async function readAll(core: Core): Promise<Shown> {
  const shown: [string, string][] = [];
  for (const { id, title } of await core.get('entries.list')) {
    shown.push([title, JSON.stringify((await core.get('entries.get', id)).document)]);
  }
  for (let letter = 0; letter < LETTERS; letter += 5) {
    const hits = await core.get('search.find', { text: `word${letter}` });
    shown.push([`search ${letter}`, hits.map(({ entry }) => entry.title).join()]);
  }
  return Object.fromEntries(shown);
}

type Damage = (bytes: Buffer, by: Chance) => Buffer;

const overwrite = (bytes: Buffer, at: number, length: number, by: (at: number) => number) =>
  Buffer.from(bytes.map((byte, index) => (index >= at && index < at + length ? by(index) : byte)));

const pageAt = (bytes: Buffer, by: Chance) => by.whole(Math.ceil(bytes.length / PAGE)) * PAGE;

const DAMAGES: Readonly<Record<string, Damage>> = {
  'one bit': (bytes, by) => {
    const bit = 1 << by.whole(8);
    const at = by.whole(bytes.length);
    return overwrite(bytes, at, 1, () => (bytes[at] ?? 0) ^ bit);
  },
  'some bytes': (bytes, by) =>
    overwrite(bytes, by.whole(bytes.length), 1 + by.whole(64), () => by.whole(256)),
  'a page of noise': (bytes, by) => overwrite(bytes, pageAt(bytes, by), PAGE, () => by.whole(256)),
  'a page of nothing': (bytes, by) => overwrite(bytes, pageAt(bytes, by), PAGE, () => 0),
  'a sector of nothing': (bytes, by) =>
    overwrite(bytes, by.whole(Math.ceil(bytes.length / 512)) * 512, 512, () => 0),
  'a page over another': (bytes, by) => {
    const [from, to] = [pageAt(bytes, by), pageAt(bytes, by)];
    return overwrite(bytes, to, PAGE, at => bytes[from + (at - to)] ?? 0);
  },
  'cut off': (bytes, by) => bytes.subarray(0, by.whole(bytes.length)),
  'cut off at a page': (bytes, by) => bytes.subarray(0, pageAt(bytes, by)),
  'noise at the end': (bytes, by) => Buffer.concat([bytes, randomBytes(1 + by.whole(2 * PAGE))]),
};

const TARGETS: readonly (readonly string[])[] = [
  ['vault.db'],
  ['vault.db'],
  ['vault.keys'],
  ['vault.keys', 'vault.keys.2'],
  ['vault.db-journal'],
  ['vault.db', 'vault.keys'],
];

interface Damaged {
  readonly what: string;
  readonly image: Image;
  /** How many of the two copies of the key file were damaged. */
  readonly keyFiles: number;
}

function damaged(image: Image): Damaged {
  const [kind, damage] = chance.oneOf(Object.entries(DAMAGES));
  const targets = chance.oneOf(TARGETS);
  const next = new Map(image);
  for (const name of targets) {
    const bytes = next.get(name) ?? Buffer.alloc(0);
    next.set(
      name,
      bytes.length === 0 ? randomBytes(chance.whole(3 * PAGE)) : damage(bytes, chance),
    );
  }
  const keyFiles = targets.filter(name => name.startsWith('vault.keys')).length;
  return { what: `${kind}: ${targets.join(' and ')}`, image: next, keyFiles };
}

const SAYS_SO: ReadonlySet<AppError['code']> = new Set([
  'vault.keyringDamaged',
  'vault.databaseDamaged',
  // A damaged key file may ask for what a newer version would.
  'vault.newerVersion',
  'vault.keyringMissing',
  'vault.databaseMissing',
]);

/**
 * `took it for a wrong passphrase`: both copies were damaged where only the right passphrase could
 * tell, such as in the salt. Nothing wrong is shown and nothing is changed, but the words are wrong.
 */
type Kind =
  'refused' | 'took it for a wrong passphrase' | 'said while reading' | 'all right' | 'wrong';

interface Outcome {
  readonly kind: Kind;
  readonly detail: string;
}

async function look(folder: string, right: Shown, keyFiles: number): Promise<Outcome> {
  const opened = await unlocked(folder);
  if ('error' in opened) {
    const { code } = opened.error;
    if (code === 'vault.wrongPassphrase' && keyFiles === 2) {
      return { kind: 'took it for a wrong passphrase', detail: code };
    }
    return { kind: SAYS_SO.has(code) ? 'refused' : 'wrong', detail: code };
  }
  try {
    const shown = await readAll(opened.core);
    const isRight = JSON.stringify(shown) === JSON.stringify(right);
    return { kind: isRight ? 'all right' : 'wrong', detail: 'another text' };
  } catch (error) {
    const says = String(error).includes('vault.databaseDamaged');
    return { kind: says ? 'said while reading' : 'wrong', detail: String(error) };
  } finally {
    await opened.core.close();
  }
}

test(
  `of ${CASES} damaged vaults, each says so or shows exactly the right text, and none is changed`,
  { timeout: CASES * 2000 },
  async () => {
    const base = quickFolder();
    const source = join(base, 'source');
    writeImage(source, new Map());
    await writeVault(source);
    const image = imageOf(source);
    const first = await unlocked(source);
    if ('error' in first) throw new Error(first.error.code);
    const right = await readAll(first.core);
    await first.core.close();
    expect(Object.keys(right)).toHaveLength(LETTERS + LETTERS / 5);

    const counts: Record<Kind, number> = {
      refused: 0,
      'took it for a wrong passphrase': 0,
      'said while reading': 0,
      'all right': 0,
      wrong: 0,
    };
    const wrong: string[] = [];
    for (let at = 0; at < CASES; at += 1) {
      const { what, image: before, keyFiles } = damaged(image);
      const folder = join(base, `case-${at}`);
      writeImage(folder, before);
      const { kind, detail } = await look(folder, right, keyFiles);
      const after = imageOf(folder);
      const changed = mustStay(kind, keyFiles, before).filter(
        name => !after.get(name)?.equals(before.get(name) ?? Buffer.alloc(0)),
      );
      counts[kind] += 1;
      if (kind === 'wrong') wrong.push(`${what}: ${detail}`);
      if (changed.length > 0) wrong.push(`${what}: ${kind}, and changed ${changed.join()}`);
      rmSync(folder, { recursive: true, force: true });
    }
    const found = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
    tell(`damaged files: ${CASES} vaults: ${found.join(', ')} (seed ${chance.seed})`);
    expect(wrong).toEqual([]);
  },
);

/** The files that opening must leave byte for byte as it found them. */
function mustStay(kind: Kind, keyFiles: number, before: Image): readonly string[] {
  if (kind === 'all right') return [];
  if (kind === 'said while reading') return ['vault.db'];
  // A sound copy of the key file heals the other one, whatever the database then turns out to be.
  return [...before.keys()].filter(name => keyFiles !== 1 || !name.startsWith('vault.keys'));
}
