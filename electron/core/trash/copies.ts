import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { HoldingCopy } from '#shared/domain/trash.ts';
import { isMissing } from '../disk/disk-errors.ts';

/** File systems tell time in steps, and a clock may be set back a little. */
const TOLERANCE_MS = 2_000;

/**
 * The copies in the folder of the vault that were made since a moment: they hold what was there
 * then, whatever is erased now. They are known by their dates alone; none is opened.
 */
export function copiesThatHold(vaultFolder: string, createdAt: number): HoldingCopy[] {
  return [
    ...copiesIn(vaultFolder, kindOf),
    ...copiesIn(join(vaultFolder, 'snapshots'), name =>
      /\.(?:db|bin)$/.test(name) ? 'snapshot' : null,
    ),
  ]
    .filter(({ madeAt }) => madeAt >= createdAt - TOLERANCE_MS)
    .toSorted((a, b) => b.madeAt - a.madeAt);
}

function kindOf(name: string): HoldingCopy['kind'] | null {
  if (/^vault\.backup-v\d+\.db$/.test(name)) return 'migration';
  return /^recovered-[\d-]+\.db$/.test(name) ? 'recovered' : null;
}

function copiesIn(
  folder: string,
  kindOfName: (name: string) => HoldingCopy['kind'] | null,
): HoldingCopy[] {
  return filesIn(folder).flatMap(name => {
    const kind = kindOfName(name);
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (kind === null || stat?.isFile() !== true) return [];
    return [{ path, kind, madeAt: Math.max(0, Math.floor(stat.mtimeMs)) }];
  });
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: folder.endsWith('snapshots'), encoding: 'utf8' });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
