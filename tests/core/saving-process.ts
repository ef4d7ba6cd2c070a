import { createApp } from '#core/app.ts';
import type { Entry } from '#shared/domain/entry.ts';
import { documentOf, draftOf } from '../support/builders.ts';
import { createFakePorts } from '../support/fake-ports.ts';

// Started by crash.test.ts: saves as fast as it can and tells each acknowledgement, until killed.
const [folder = '', passphrase = '', id = ''] = process.argv.slice(2);
const app = createApp(createFakePorts(folder));

async function ask<T>(procedure: string, input: unknown): Promise<T> {
  const reply = await app.dispatch(procedure, input);
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value as T;
}

await ask('vault.unlock', { passphrase });
const entry = await ask<Entry>('entries.get', id);
for (let version = entry.version; ;) {
  const document = documentOf(`count ${version} ${'and some more words '.repeat(version % 60)}`);
  const saved = await ask<{ version: number }>('entries.saveDraft', {
    ...draftOf(entry),
    baseVersion: version,
    document,
  });
  version = saved.version;
  process.stdout.write(`${version}\n`);
  if (version % 7 === 0) await ask('entries.settle', id);
}
