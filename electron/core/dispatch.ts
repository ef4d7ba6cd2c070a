import type { AppError } from '#shared/errors.ts';
import { vaultContract, type VaultProcedure } from '#shared/ipc/contract.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { diskError } from './disk/disk-errors.ts';
import type { Ports } from './ports.ts';
import { databasePath } from './vault/vault-files.ts';

export type Reply = Result<unknown, AppError>;

/** A handler after its input was validated against its own schema. */
type Handler = (input: unknown) => Reply | Promise<Reply>;

interface Route {
  readonly ports: Ports;
  /** `undefined` while the procedure needs an unlocked vault and there is none. */
  readonly handlerOf: (procedure: VaultProcedure) => Handler | undefined;
}

/** From a name and anything at all to an answer: validates, and calls the handler of that name. */
export async function dispatch(route: Route, procedure: string, input: unknown): Promise<Reply> {
  if (!isVaultProcedure(procedure)) return err({ code: 'ipc.unknownProcedure' });
  const parsed = vaultContract[procedure].input.safeParse(input);
  if (!parsed.success) {
    // Where it does not fit, never what it was.
    const issues = parsed.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`);
    return err({ code: 'ipc.invalidInput', issues });
  }
  const handler = route.handlerOf(procedure);
  if (handler === undefined) return err({ code: 'vault.locked' });
  const reply = await guarded(route.ports, procedure, () => handler(parsed.data));
  return reply.ok ? reply.value : reply;
}

/** Runs work and turns whatever it throws into a value: the only place that catches everything. */
export async function guarded<T>(
  ports: Ports,
  procedure: string,
  work: () => T | Promise<T>,
): Promise<Result<T, AppError>> {
  try {
    return ok(await work());
  } catch (error) {
    const path = databasePath(ports.vaultFolder);
    return err(diskError(error, path) ?? incidentOf(error, procedure, ports));
  }
}

const isVaultProcedure = (name: string): name is VaultProcedure =>
  Object.hasOwn(vaultContract, name);

function incidentOf(error: unknown, procedure: string, { newId, log }: Ports): AppError {
  const incident = newId();
  const { name, stack = '' } = error instanceof Error ? error : new Error('not an Error');
  // The first lines of a stack are the message, which may quote what someone wrote.
  const frames = stack.split('\n').filter(line => /^\s+at /.test(line));
  log({ event: 'incident', incident, procedure, error: name, frames });
  return { code: 'internal', incident };
}
