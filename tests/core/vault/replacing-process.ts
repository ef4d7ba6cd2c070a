import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { randomUUID } from 'node:crypto';
import { createFakePorts } from '../../support/fake-ports.ts';

// Started by replace-keys.test.ts: replaces all keys of a vault while the disk, or the process
// itself, fails at the n-th step. With `count` nothing fails, and the steps are counted.
const [folder = '', passphrase = '', next = '', how = 'count', at = '0'] = process.argv.slice(2);

const STEPS = ['openSync', 'writeSync', 'fsyncSync', 'renameSync', 'rmSync', 'mkdirSync'] as const;
let isWatching = false;
let steps = 0;

function step(): void {
  if (!isWatching) return;
  steps += 1;
  if (how === 'kill' && steps === Number(at)) process.kill(process.pid, 'SIGKILL');
  if (how === 'throw' && steps === Number(at)) {
    throw Object.assign(new Error('EIO'), { code: 'EIO', errno: -5, syscall: 'write' });
  }
}

for (const name of STEPS) {
  const real = fs[name] as (...parameters: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...parameters: unknown[]) => {
      step();
      return real(...parameters);
    },
  });
}
syncBuiltinESMExports();

const { createApp } = await import('#core/app.ts');
const app = createApp({ ...createFakePorts(folder), newId: randomUUID });
const unlocked = await app.dispatch('vault.unlock', { passphrase });
// The first backup of the day is made in the turn after this one.
await app.dispatch('vault.status', undefined);
isWatching = true;
process.stdout.write('begun\n');
const replaced = await app.dispatch('vault.replaceKeys', { passphrase, next });
isWatching = false;
await app.close();
process.stdout.write(`${JSON.stringify({ unlocked: unlocked.ok, replaced, steps })}\n`);
