import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMainOnly, vaultContract, type VaultProcedure } from '#shared/ipc/contract.ts';
import { documentOf } from '../../support/builders.ts';
import { createChance } from '../support/chance.ts';
import { quickFolder } from '../support/folders.ts';
import { coreOver, PASSPHRASE } from '../support/open-vault.ts';
import { tell, times } from '../support/scale.ts';
import { fitting, type KnownIds } from './from-schema.ts';
import { nearMiss, SECRET, zoo } from './misfits.ts';
import { startVault, type RunningVault } from './vault-process.ts';

const CALLS = times(20_000, 100_000);
/** So many are under way at a time; between two batches the database is looked at. */
const BATCH = 50;
const chance = createChance();
/** The others are refused to every page, whatever comes with them: tests/core/vault-process.test.ts. */
const procedures = (Object.keys(vaultContract) as VaultProcedure[]).filter(
  name => !isMainOnly(name),
);

interface Call {
  readonly procedure: VaultProcedure;
  readonly input: unknown;
}

/** What a procedure is called with: what fits it, what nearly does, and what never would. */
function inputsOf(procedure: VaultProcedure, ids: KnownIds): fc.Arbitrary<Call> {
  const fits = fitting(vaultContract[procedure].input, ids);
  return fc
    .oneof(
      { weight: 3, arbitrary: fits },
      { weight: 4, arbitrary: fits.chain(nearMiss) },
      { weight: 3, arbitrary: zoo },
    )
    .map(input => ({ procedure, input }))
    .filter(staysHere);
}

const callsWith = (ids: KnownIds): fc.Arbitrary<Call> =>
  fc.oneof(...procedures.map(procedure => inputsOf(procedure, ids)));

const generatedCalls = (count: number, calls: fc.Arbitrary<Call>): Call[] =>
  fc.sample(calls, { numRuns: count, seed: chance.whole(2 ** 31) });

/** A call that fits may well name a folder to write to: not one of this machine's own. */
const staysHere = ({ input }: Call): boolean =>
  !['folder', 'path'].some(name => {
    const path = (input as Record<string, unknown> | null | undefined)?.[name];
    return typeof path === 'string' && isAbsolute(path);
  });

const isValid = ({ procedure, input }: Call): boolean =>
  vaultContract[procedure].input.safeParse(input).success;

/** A vault with letters, a journey, templates and a backup, and all their ids. */
async function writtenVault(folder: string): Promise<string[]> {
  const core = coreOver(folder);
  await core.get('vault.create', { passphrase: PASSPHRASE });
  const journey = await core.get('journeys.create', {
    personName: 'M.',
    relationship: 'partner',
    role: 'both',
  });
  const ids: string[] = [journey.id];
  for (let letter = 0; letter < 5; letter += 1) {
    const entry = await core.get('entries.create', { templateId: null, journeyId: journey.id });
    const { id, writtenOn } = entry;
    const document = documentOf(`${SECRET} ${letter}`);
    await core.get('entries.saveDraft', {
      id,
      baseVersion: 1,
      seq: 1,
      title: SECRET,
      writtenOn,
      document,
    });
    ids.push(id, (await core.get('templates.createFromEntry', id)).id);
  }
  ids.push((await core.get('snapshots.make')).snapshot.id);
  await core.close();
  return ids;
}

/** Changes with every write to the database. */
const stateOf = (folder: string): string => {
  const path = join(folder, 'vault.db');
  const { mtimeNs, size } = statSync(path, { bigint: true });
  return `${mtimeNs} ${size} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
};

interface Tally {
  valid: number;
  invalid: number;
  readonly codes: Map<string, number>;
  /** Each once, however often it happened. */
  readonly wrong: Set<string>;
}

async function ask(vault: RunningVault, call: Call, tally: Tally): Promise<string> {
  const reply = await vault.call(call.procedure, call.input);
  const code = reply.ok ? 'ok' : reply.error.code;
  tally.codes.set(code, (tally.codes.get(code) ?? 0) + 1);
  // That something is not found, or a folder of no use, may say which: no text of a person is one.
  const mayName = code.endsWith('.notFound') || code === 'folder.unusable';
  if (!mayName && !reply.ok && JSON.stringify(reply).includes(SECRET)) {
    tally.wrong.add(`${call.procedure} repeats what it was given`);
  }
  if (code === 'internal') tally.wrong.add(`${call.procedure}: internal`);
  return code;
}

test(
  `${CALLS} generated calls: typed answers only, and nothing changes by a call that does not fit`,
  { timeout: 3_600_000 },
  async () => {
    const folder = quickFolder();
    const generated = callsWith(await writtenVault(folder));
    const vault = startVault(folder);
    const tally: Tally = { valid: 0, invalid: 0, codes: new Map(), wrong: new Set() };

    // Locked: nothing but the procedures of the vault itself answers.
    const before = stateOf(folder);
    const whileLocked = generatedCalls(CALLS / 10, generated).filter(
      ({ procedure }) => !procedure.startsWith('vault.'),
    );
    for (let at = 0; at < whileLocked.length; at += BATCH) {
      const batch = whileLocked.slice(at, at + BATCH);
      await Promise.all(
        batch.map(async call => {
          const code = await ask(vault, call, tally);
          const expected = isValid(call) ? 'vault.locked' : 'ipc.invalidInput';
          if (code !== expected) tally.wrong.add(`locked, ${call.procedure}: ${code}`);
        }),
      );
    }
    expect(stateOf(folder)).toBe(before);

    expect(await vault.call('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({
      ok: true,
    });
    for (let asked = whileLocked.length; asked < CALLS;) {
      const calls = generatedCalls(Math.min(2000, CALLS - asked) + 1, generated);
      asked += calls.length;
      const [valid, invalid] = [calls.filter(isValid), calls.filter(call => !isValid(call))];
      tally.valid += valid.length;
      tally.invalid += invalid.length;
      await askAll(vault, folder, { valid, invalid }, tally);
    }
    for (const odd of [null, 1, 'x', {}, { id: 'x' }, { id: 1 }, { id: 1, procedure: 7 }, []]) {
      vault.post(odd);
    }

    const list = await vault.call('entries.list', undefined);
    expect(list.ok).toBe(true);
    expect(vault.exitCode()).toBe(null);
    expect(vault.stderr()).toBe('');
    expect(await vault.close()).toBe(0);
    expect([...tally.wrong]).toEqual([]);
    expect(tally.valid).toBeGreaterThan(CALLS / 10);
    expect(tally.invalid).toBeGreaterThan(CALLS / 3);
    const codes = [...tally.codes].toSorted(([, a], [, b]) => b - a);
    tell(
      `ipc: ${whileLocked.length} calls while locked, ${tally.valid} that fit and ${tally.invalid} ` +
        `that do not while open: 0 exits, 0 unhandled rejections, 0 changes by a call that does ` +
        `not fit (seed ${chance.seed}); answers: ${codes.map(code => code.join(' ')).join(', ')}`,
    );
  },
);

interface Sorted {
  readonly valid: readonly Call[];
  readonly invalid: readonly Call[];
}

async function askAll(
  vault: RunningVault,
  folder: string,
  { valid, invalid }: Sorted,
  tally: Tally,
): Promise<void> {
  for (let at = 0; at < invalid.length; at += BATCH) {
    const before = stateOf(folder);
    await Promise.all(
      invalid.slice(at, at + BATCH).map(async call => {
        const code = await ask(vault, call, tally);
        if (code !== 'ipc.invalidInput') tally.wrong.add(`${call.procedure}: ${code}`);
      }),
    );
    if (stateOf(folder) !== before) tally.wrong.add('a call that does not fit changed something');
    // Those that fit come in between, so that there is always something new to spoil.
    const share = Math.ceil((valid.length * BATCH) / invalid.length);
    const from = (at / BATCH) * share;
    for (const call of valid.slice(from, from + share)) await ask(vault, call, tally);
  }
}
