import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  compileRecorder,
  imageOf,
  record,
  whyNoRecorder,
  writeImage,
  type Image,
} from '../power/recorder.ts';
import { scenarios, type ScenarioName } from '../power/scenarios/index.ts';
import { createChance } from '../support/chance.ts';
import { quickFolder } from '../support/folders.ts';
import { IS_LONG, tell } from '../support/scale.ts';

const why = whyNoRecorder();
const chance = createChance();

/** How an operation fails, and which kind of operation. */
const FAULTS = ['write:EIO', 'write:ENOSPC', 'write:SHORT', 'sync:EIO'] as const;
/** Beside each, how many operations of each kind fail without the long form, in which all do. */
const SCENARIOS: readonly (readonly [ScenarioName, shortForm: number])[] = [
  ['stubbornSaves', 3],
  ['createVault', 1],
  ['migration', 1],
  ['changePassphrase', 1],
  ['recovery', 1],
  ['snapshots', 1],
  ['newKeys', 1],
];

/** What may be said when a disk fails. Anything else would be a bug that shows itself. */
const SPOKEN = /disk\.(full|failed)|vault\.(inUse|databaseDamaged)/;

interface Place {
  readonly base: string;
  readonly library: string;
  readonly image: Image;
}

async function run(name: ScenarioName, { base, library, image }: Place, fail?: string) {
  const folder = join(base, 'vault');
  rmSync(folder, { recursive: true, force: true });
  writeImage(folder, image);
  const env = fail === undefined ? {} : { AMENDS_FAIL: fail };
  const logFile = join(base, 'log');
  rmSync(logFile, { force: true });
  const recording = await record({ library, scenario: name, folder, logFile, env });
  const said = recording.events.flatMap(event => (event.kind === 'said' ? [event.line] : []));
  return {
    folder,
    said,
    wasFailed: recording.events.some(({ kind }) => kind === 'failed'),
    spoken: `${said.filter(line => line.startsWith('refused')).join('\n')}${recording.stderr}`,
    events: recording.events,
  };
}

async function placeFor(name: ScenarioName): Promise<Place> {
  const base = quickFolder();
  const folder = join(base, 'vault');
  writeImage(folder, new Map());
  await scenarios[name].prepare(folder);
  return { base, library: compileRecorder(base), image: imageOf(folder) };
}

test.skipIf(why !== undefined).each(SCENARIOS)(
  `%s on a disk that fails once: it is said, and nothing acknowledged is lost${why ? ` (${why})` : ''}`,
  { timeout: 7_200_000 },
  async (name, shortForm) => {
    const place = await placeFor(name);
    const whole = await run(name, place);
    const operations = {
      write: whole.events.filter(({ kind }) => kind === 'write').length,
      sync: whole.events.filter(({ kind }) => kind === 'sync').length,
    };
    let runs = 0;
    let silent = 0;
    const problems: unknown[] = [];
    for (const fault of FAULTS) {
      const [kind, how] = fault.split(':') as ['write' | 'sync', string];
      const step = IS_LONG ? 1 : operations[kind] / shortForm;
      const first = 1 + (IS_LONG ? 0 : chance.whole(Math.floor(step)));
      for (let at = first; at <= operations[kind]; at += step) {
        const fail = `${kind}:${Math.floor(at)}:${how}`;
        const { folder, said, wasFailed, spoken } = await run(name, place, fail);
        // Random ids and salts make some runs a few operations shorter.
        if (!wasFailed) continue;
        runs += 1;
        if (spoken === '') silent += 1;
        else if (!SPOKEN.test(spoken)) problems.push([fail, spoken]);
        const promises = said.filter(line => !line.startsWith('refused'));
        const lost = await scenarios[name].problemsOf(folder, promises);
        if (lost.length > 0) problems.push([fail, lost]);
      }
    }
    tell(
      `faults, ${name}: ${runs} runs with one failed operation of ${operations.write} writes and ` +
        `${operations.sync} syncs, ${problems.length} with a loss, ${silent} in which nothing had to be said (seed ${chance.seed})`,
    );
    expect(problems).toEqual([]);
    expect(runs).toBeGreaterThanOrEqual(FAULTS.length - 1);
  },
);
