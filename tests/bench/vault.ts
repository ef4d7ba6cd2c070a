import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { nativeArgon2 } from '#core/vault/argon2.ts';
import { calibrate } from '#core/vault/calibrate.ts';
import { EntryId } from '#shared/domain/ids.ts';
import { documentOf, draftOf } from '../support/builders.ts';
import { aLetterText, createRandom } from './letters.ts';
import { printTable, type Row } from './table.ts';
import { encryptedTwin, fill, plaintextTwin, type Bench, type Twin } from './vaults.ts';

const LETTERS = 10_000;
const QUERIES = ['sorry', 'trust', 'promise keep', 'wor', 'cordenfim', 'what I did to you'];
const TARGET = 1.5;

/** Prepares something on a vault, untimed, and returns what is to be timed. */
type Work = (bench: Bench) => () => unknown;

const random = createRandom(2);
const anyId = (): EntryId => {
  const index = Math.floor(random() * LETTERS);
  return EntryId.parse(`00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`);
};

const openALetter = (): Work => {
  const id = anyId();
  return ({ handlers }) =>
    () =>
      handlers['entries.get'](id);
};

const saveALetter = (): Work => {
  const id = anyId();
  const document = documentOf(aLetterText(random));
  return ({ handlers, find }) => {
    const draft = { ...draftOf(find(id)), document };
    return () => handlers['entries.saveDraft'](draft);
  };
};

const settleALetter = (): Work => {
  const save = saveALetter();
  return bench => {
    save(bench)();
    return () => bench.indexPending();
  };
};

const search =
  (text: string) =>
  (): Work =>
  ({ handlers }) =>
  () =>
    handlers['search.find']({ text });

const listAll =
  (): Work =>
  ({ handlers }) =>
    handlers['entries.list'];

/** Does the same to both in turns, each first every other time, so that noise hits them alike. */
function compare(
  name: string,
  rounds: number,
  [ours, theirs]: readonly [Bench, Bench],
  makeWork: () => Work,
): Row {
  const samples = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const work = makeWork();
    const turns = [
      () => samples.ours.push(time(work(ours))),
      () => samples.theirs.push(time(work(theirs))),
    ];
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) turn();
  }
  return { name, ...samples };
}

function time(work: () => unknown): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

function compareOpening(rounds: number, twins: readonly [Twin, Twin]): Row {
  const [ours, theirs] = twins.map(twin =>
    Array.from({ length: rounds }, () => {
      const begin = performance.now();
      const bench = twin.open();
      const took = performance.now() - begin;
      bench.close();
      return took;
    }),
  );
  return { name: 'unlock: open the database', ours: ours ?? [], theirs: theirs ?? [] };
}

async function measureDerivation(rounds: number): Promise<Row> {
  const monotonic = () => performance.now();
  const cost = await calibrate(nativeArgon2, { monotonic, totalMemory: totalmem() });
  const ours: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begin = monotonic();
    await nativeArgon2(randomBytes(20), randomBytes(16), cost);
    ours.push(monotonic() - begin);
  }
  return { name: `unlock: derive the key (${cost.m / 1024} MiB)`, ours };
}

/** Measures a vault of 10,000 letters beside a plaintext database of the same letters. */
export async function benchVault(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'amends-bench-'));
  try {
    const twins = [encryptedTwin(folder), plaintextTwin(folder)] as const;
    const filling = time(() => {
      for (const twin of twins) fill(twin, LETTERS);
    });
    console.log(
      `${LETTERS} letters of about 200 words, written twice in ${(filling / 1000).toFixed(0)} s`,
    );
    const derivation = await measureDerivation(5);
    const opening = compareOpening(10, twins);
    const pair = [twins[0].open(), twins[1].open()] as const;
    const rows = [
      derivation,
      opening,
      compare('list of all writing', 20, pair, listAll),
      compare('open a letter', 300, pair, openALetter),
      { ...compare('save a letter, acknowledged', 300, pair, saveALetter), target: TARGET },
      compare('index a saved letter', 50, pair, settleALetter),
      ...QUERIES.map(text => ({
        ...compare(`search “${text}”`, 30, pair, () => search(text)()),
        target: TARGET,
      })),
    ];
    for (const bench of pair) bench.close();
    printTable('vault', 'plaintext', rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
