import type { Scenario } from '../scenario.ts';
import { bringBack } from './bring-back.ts';
import { changePassphrase } from './change-passphrase.ts';
import { createVault } from './create-vault.ts';
import { letGo } from './let-go.ts';
import { migration } from './migration.ts';
import { move } from './move.ts';
import { newKeys } from './new-keys.ts';
import { recovery } from './recovery.ts';
import { saves } from './saves.ts';
import { secondPlace } from './second-place.ts';
import { snapshots } from './snapshots.ts';
import { stubbornSaves } from './stubborn-saves.ts';

/** Every way of writing to the disk. A new one is a file here and a line below. */
export const scenarios = {
  saves,
  stubbornSaves,
  createVault,
  migration,
  changePassphrase,
  recovery,
  snapshots,
  secondPlace,
  bringBack,
  letGo,
  move,
  newKeys,
} satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;

export const isScenario = (name: string): name is ScenarioName => Object.hasOwn(scenarios, name);
