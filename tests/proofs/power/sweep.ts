import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Chance } from '../support/chance.ts';
import { Disk } from './disk.ts';
import { writeImage, type Image, type Recording } from './recorder.ts';
import type { Scenario } from './scenario.ts';

export interface Loss {
  /** After which event of the recording the power was cut. */
  readonly at: number;
  readonly reached: string;
  readonly problems: readonly string[];
}

export interface Sweep {
  readonly states: number;
  readonly points: number;
  readonly losses: readonly Loss[];
}

interface Plan {
  readonly scenario: Scenario;
  /** How many states to rebuild. */
  readonly states: number;
  readonly chance: Chance;
  /** Where each rebuilt disk is put, one after the other. */
  readonly folder: string;
  /** Stops at the first loss: enough for the proof of the proof. */
  readonly untilLoss?: boolean;
}

/** Cuts the power at points of a recording and looks what the real core makes of each disk. */
export async function sweep(recording: Recording, plan: Plan): Promise<Sweep> {
  const { scenario, chance, folder, untilLoss = false } = plan;
  const disk = new Disk(recording.before);
  const acknowledged: string[] = [];
  const losses: Loss[] = [];
  const perPoint = plan.states / recording.events.length;
  // Spread evenly, from a beginning that is drawn, so that there are as many as were asked for.
  const phase = chance.next();
  let states = 0;
  let points = 0;

  for (const [at, event] of recording.events.entries()) {
    disk.apply(event);
    if (event.kind === 'said') acknowledged.push(event.line);
    const here = Math.floor((at + 1) * perPoint + phase) - Math.floor(at * perPoint + phase);
    if (here > 0) points += 1;
    for (let turn = 0; turn < here; turn += 1) {
      const [reached, image] = cutPower(disk, chance);
      const place = join(folder, `state-${at}-${turn}`);
      writeImage(place, image);
      const problems = await scenario.problemsOf(place, acknowledged);
      rmSync(place, { recursive: true, force: true });
      states += 1;
      if (problems.length > 0) losses.push({ at, reached, problems });
      if (untilLoss && losses.length > 0) return { states, points, losses };
    }
  }
  return { states, points, losses };
}

/** None, all, or each held-back sector with a likelihood that is drawn as well. */
function cutPower(disk: Disk, chance: Chance): [reached: string, image: Image] {
  const kind = chance.whole(4);
  if (kind === 0) return ['none', disk.after(() => false)];
  if (kind === 1) return ['all', disk.after(() => true)];
  const likelihood = chance.oneOf([0.1, 0.5, 0.9]);
  return [`some (${likelihood})`, disk.after(() => chance.next() < likelihood)];
}
