import { randomUUID } from 'node:crypto';
import { createApp } from '#core/app.ts';
import { dayOf } from '#shared/domain/day.ts';
import { createFakePorts } from './fake-ports.ts';

/**
 * A program: makes a vault past its first run in a folder, with this passphrase, empty, and with the
 * question about whom skipped. Its keys cost the least that a vault accepts, so that a test of
 * something else does not spend its time on them.
 */
const [folder = '', passphrase = ''] = process.argv.slice(2);
const clock = { now: Date.now, today: () => dayOf(new Date()), monotonic: () => performance.now() };
const app = createApp({ ...createFakePorts(folder), clock, newId: randomUUID });
for (const [procedure, input] of [
  ['vault.create', { passphrase }],
  ['settings.update', { introduced: true }],
] as const) {
  const reply = await app.dispatch(procedure, input);
  if (!reply.ok) throw new Error(`${procedure}: ${reply.error.code}`);
}
await app.close();
