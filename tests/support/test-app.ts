import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createApp } from '#core/app.ts';
import type { DocumentNode } from '#shared/domain/document.ts';
import type { Entry, NewEntry } from '#shared/domain/entry.ts';
import type { AppError } from '#shared/errors.ts';
import type { AppEvent } from '#shared/ipc/bridge.ts';
import { vaultContract, type Output, type VaultProcedure } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/result.ts';
import { documentOf, documentWith, draftOf } from './builders.ts';
import { createFakePorts, type FakePorts } from './fake-ports.ts';

export const PASSPHRASE = 'correct horse battery';

/** The real core on a real encrypted vault in a folder of its own; only the ports are fake. */
export interface TestApp {
  readonly folder: string;
  readonly ports: FakePorts;
  /** Asks a procedure; an answer that does not fit the contract fails the test. */
  readonly call: <P extends VaultProcedure>(
    procedure: P,
    input?: unknown,
  ) => Promise<Result<Output<P>, AppError>>;
  /** Asks a procedure and expects it to succeed. */
  readonly get: <P extends VaultProcedure>(procedure: P, input?: unknown) => Promise<Output<P>>;
  /** Starts an entry and saves a text in it. */
  readonly write: (text: string, title?: string) => Promise<Entry>;
  /** Starts an entry and saves these blocks in it. */
  readonly compose: (nodes: readonly DocumentNode[], start?: Partial<NewEntry>) => Promise<Entry>;
  readonly events: AppEvent[];
  readonly close: () => Promise<void>;
}

interface Start {
  /** A folder with a vault that already exists. */
  readonly folder?: string;
  readonly ports?: Partial<FakePorts>;
}

/** An empty folder that disappears after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'amends-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Core over a folder, as it is. */
export function startTestApp({ folder = temporaryFolder(), ports: own }: Start = {}): TestApp {
  const ports = { ...createFakePorts(folder), ...own };
  const app = createApp(ports);
  const events: AppEvent[] = [];
  app.onEvent(event => events.push(event));
  onTestFinished(() => app.close());

  const call: TestApp['call'] = async (procedure, input) => {
    const reply = await app.dispatch(procedure, input);
    if (reply.ok) vaultContract[procedure].output.parse(reply.value);
    return reply as never;
  };
  const get: TestApp['get'] = async (procedure, input) => {
    const reply = await call(procedure, input);
    if (!reply.ok) throw new Error(`${procedure}: ${JSON.stringify(reply.error)}`);
    return reply.value;
  };
  const write: TestApp['write'] = async (text, title = 'A letter') => {
    const entry = await get('entries.create', { templateId: null, journeyId: null });
    const draft = { ...draftOf(entry), title, document: documentOf(text) };
    await get('entries.saveDraft', draft);
    return get('entries.get', entry.id);
  };
  const compose: TestApp['compose'] = async (nodes, start) => {
    const entry = await get('entries.create', { templateId: null, journeyId: null, ...start });
    await get('entries.saveDraft', { ...draftOf(entry), document: documentWith(nodes) });
    return get('entries.get', entry.id);
  };
  return { folder, ports, call, get, write, compose, events, close: app.close };
}

/** Core with a new vault, unlocked. */
export async function createTestApp(start: Start = {}): Promise<TestApp> {
  const app = startTestApp(start);
  await app.get('vault.create', { passphrase: PASSPHRASE });
  return app;
}

/** Core over an existing vault, unlocked. */
export async function reopenTestApp(folder: string): Promise<TestApp> {
  const app = startTestApp({ folder });
  await app.get('vault.unlock', { passphrase: PASSPHRASE });
  return app;
}
