import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Where thousands of rebuilt disks are opened: in memory, where a sync costs nothing. */
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** An empty folder that disappears after the test. */
export function quickFolder(): string {
  const folder = mkdtempSync(join(place, 'amends-proof-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
