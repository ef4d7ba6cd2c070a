import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createChance } from '../support/chance.ts';
import { quickFolder } from '../support/folders.ts';
import { tell, times } from '../support/scale.ts';
import { Disk } from './disk.ts';
import {
  compileRecorder,
  imageOf,
  record,
  whyNoRecorder,
  writeImage,
  type Image,
  type Recording,
} from './recorder.ts';
import { scenarios, type ScenarioName } from './scenarios/index.ts';
import { sweep, type Loss } from './sweep.ts';

const why = whyNoRecorder();
const chance = createChance();

interface Recorded {
  readonly recording: Recording;
  /** For the rebuilt disks. */
  readonly folder: string;
}

/** Records a scenario, and makes sure that nothing of it escaped the recorder. */
async function recorded(
  name: ScenarioName,
  env: Readonly<Record<string, string>> = {},
): Promise<Recorded> {
  const base = quickFolder();
  const folder = join(base, 'vault');
  writeImage(folder, new Map());
  await scenarios[name].prepare(folder);
  const library = compileRecorder(base);
  const ask = { library, scenario: name, folder, logFile: join(base, 'log'), env };
  const recording = await record(ask);
  expect(recording.stderr).toBe('');
  expect(recording.exitCode).toBe(0);
  const disk = new Disk(recording.before);
  for (const event of recording.events) disk.apply(event);
  expect(sumsOf(disk.after(() => true))).toEqual(sumsOf(imageOf(folder)));
  return { recording, folder: base };
}

const sumsOf = (image: Image): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...image].map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
  );

const PLANS: readonly (readonly [ScenarioName, states: number])[] = [
  ['saves', times(300, 20_000)],
  ['createVault', times(60, 3000)],
  ['migration', times(60, 3000)],
  ['changePassphrase', times(60, 3000)],
  ['recovery', times(60, 3000)],
  ['snapshots', times(60, 3000)],
  ['secondPlace', times(40, 3000)],
  ['bringBack', times(40, 3000)],
  ['letGo', times(40, 3000)],
  ['move', times(40, 3000)],
  ['newKeys', times(60, 3000)],
];

test.skipIf(why !== undefined).each(PLANS)(
  `power cut during %s: nothing acknowledged is lost, nothing is corrupt${why ? ` (${why})` : ''}`,
  { timeout: 3_600_000 },
  async (name, states) => {
    const { recording, folder } = await recorded(name);
    const found = await sweep(recording, { scenario: scenarios[name], states, chance, folder });
    tell(
      `power cut, ${name}: ${found.states} states at ${found.points} points of ` +
        `${recording.events.length} operations, ${found.losses.length} lost or corrupt ` +
        `(seed ${chance.seed})`,
    );
    expect(found.losses).toEqual([]);
    expect(found.states).toBe(states);
  },
);

const WEAKENINGS: readonly (readonly [ScenarioName, weakening: string])[] = [
  ['saves', 'synchronous=OFF'],
  // No journal on the disk; OFF itself is refused by SQLite's defensive mode.
  ['saves', 'journal_mode=MEMORY'],
  ['migration', 'synchronous=OFF'],
  ['changePassphrase', 'no-file-syncs'],
  ['recovery', 'no-file-syncs'],
  ['snapshots', 'no-file-syncs'],
  ['secondPlace', 'no-file-syncs'],
  ['bringBack', 'synchronous=OFF'],
  ['letGo', 'no-file-syncs'],
  ['move', 'no-file-syncs'],
  ['newKeys', 'no-file-syncs'],
];

test.skipIf(why !== undefined).each(WEAKENINGS)(
  'the proof of the proof: during %s with %s the same harness does find losses',
  { timeout: 600_000 },
  async (name, weakening) => {
    const { recording, folder } = await recorded(name, { AMENDS_WEAKEN: weakening });
    // Many losses only come near the end of a recording: it is gone through often, in long steps.
    const plan = { scenario: scenarios[name], states: 60, chance, folder, untilLoss: true };
    let states = 0;
    let losses: readonly Loss[] = [];
    // Some losses are rare, and chance may miss them for once.
    for (let pass = 0; pass < 80 && losses.length === 0; pass += 1) {
      const found = await sweep(recording, plan);
      states += found.states;
      losses = found.losses;
    }
    tell(`power cut, ${name} with ${weakening}: first loss after ${states} states, as it must`);
    expect(losses).not.toEqual([]);
  },
);
