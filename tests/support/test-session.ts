import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { migrations } from '#core/db/migrations/index.ts';
import { createDatabase, openDatabase } from '#core/db/open.ts';
import { createSessionHandlers, type SessionProcedure } from '#core/handlers.ts';
import { openSession } from '#core/session.ts';
import type { Input, Output, Reply } from '#shared/ipc/contract.ts';
import { createFakePorts } from './fake-ports.ts';
import { temporaryFolder } from './test-app.ts';
import { ok } from '#shared/result.ts';

/** An open vault without its key files, for tests that look into its tables. */
export function openTestSession() {
  const folder = temporaryFolder();
  const ports = createFakePorts(folder);
  const place = { path: join(folder, 'vault.db'), key: randomBytes(32), migrations };
  createDatabase(place);
  const connection = openDatabase(place);
  if (!connection.ok) throw new Error(connection.error.code);
  const session = openSession(connection.value, ports, () => undefined);
  onTestFinished(() => {
    if (session.db.open) session.db.close();
  });
  const handlers = createSessionHandlers(session, () => ok(undefined));
  /** Asks a procedure; inside an open vault all of them answer at once. */
  const call = <P extends SessionProcedure>(procedure: P, input: Input<P>): Reply<P> =>
    handlers[procedure](input as never) as Reply<P>;
  /** Asks a procedure and expects it to succeed. */
  const get = <P extends SessionProcedure>(procedure: P, input: Input<P>): Output<P> => {
    const reply = call(procedure, input);
    if (!reply.ok) throw new Error(`${procedure}: ${JSON.stringify(reply.error)}`);
    return reply.value;
  };
  return { session, ports, call, get };
}
