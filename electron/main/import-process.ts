import { extname, join } from 'node:path';
import { utilityProcess } from 'electron';
import { IMPORT_LIMITS, type ImportId, type ImportProblemReason } from '#shared/domain/import.ts';
import type { FileToRead, ReadOrder, ReadReport } from '../import-process/orders.ts';
import type { ChosenFile } from './files-in.ts';
import { quietEnvironment, type VaultProcess } from './vault-process.ts';

/** Texts that are read by one process, one after the other; every other file has one of its own. */
const TEXTS_AT_ONCE = 200;
const TEXTS: ReadonlySet<string> = new Set('.txt .text .md .markdown'.split(' '));

/** One import, and until when it is wanted. */
export interface WantedImport {
  readonly vault: VaultProcess;
  readonly id: ImportId;
  /** Whoever reads a file holds words of it, and perhaps what opens it: it ends with this at once. */
  readonly over: AbortSignal;
}

/**
 * Reads files for an import in processes of their own, without a way to the database, each with
 * little memory and little time. A file that ends its process is named, and the next one is read.
 */
export async function readFiles(
  wanted: WantedImport,
  chosen: readonly ChosenFile[],
): Promise<void> {
  const { vault, id, over } = wanted;
  for (const batch of batchesOf(chosen)) {
    let rest = batch;
    while (rest.length > 0) {
      if (over.aborted) return;
      const end = await readBatch(wanted, rest);
      if (end.kind === 'stopped' || over.aborted) return;
      if (end.kind === 'finished') break;
      await vault.ask('imports.failed', { id, file: end.file, reason: end.reason });
      rest = rest.filter(({ index }) => index > end.file);
    }
  }
  for (const [file, { canBeRead }] of chosen.entries()) {
    if (canBeRead) continue;
    if (over.aborted) return;
    await vault.ask('imports.failed', { id, file, reason: 'unknownKind' });
  }
}

/** Neighbours that are plain text, together; all others alone. */
function batchesOf(chosen: readonly ChosenFile[]): readonly (readonly FileToRead[])[] {
  const batches: FileToRead[][] = [];
  let isOpen = false;
  for (const [index, { path, canBeRead }] of chosen.entries()) {
    if (!canBeRead) continue;
    const isText = TEXTS.has(extname(path).toLowerCase());
    const last = batches.at(-1);
    if (isText && isOpen && last !== undefined && last.length < TEXTS_AT_ONCE) {
      last.push({ index, path });
    } else batches.push([{ index, path }]);
    isOpen = isText;
  }
  return batches;
}

type BatchEnd =
  | { readonly kind: 'finished' }
  /** Nobody wants to hear more. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly file: number; readonly reason: ImportProblemReason };

function readBatch(
  { vault, id, over }: WantedImport,
  files: readonly FileToRead[],
): Promise<BatchEnd> {
  const { promise, resolve } = Promise.withResolvers<BatchEnd>();
  const child = utilityProcess.fork(join(import.meta.dirname, 'import-process.js'), [], {
    serviceName: 'Amends import',
    stdio: 'ignore',
    env: quietEnvironment(),
    execArgv: [`--max-old-space-size=${IMPORT_LIMITS.heapMegabytes}`],
  });
  // It has little memory on purpose. Without a listener, running out of it would be an error here.
  child.on('error', () => {});
  const kill = (): void => void child.kill();
  over.addEventListener('abort', kill);
  let current = files[0]?.index ?? 0;
  let done = 0;
  let limit: NodeJS.Timeout | undefined;
  const stopClock = (): void => {
    clearTimeout(limit);
  };
  const startClock = (): void => {
    stopClock();
    limit = setTimeout(kill, IMPORT_LIMITS.fileMs);
  };

  child.on('message', (said: ReadReport) => {
    if (said.type === 'waiting') stopClock();
    else if (said.type === 'finished') kill();
    else {
      current = said.index;
      if (said.type === 'began') startClock();
      else done += 1;
      if (said.type === 'refused') {
        void vault.ask('imports.failed', { id, file: said.index, reason: 'damaged' });
      }
    }
    if (said.type === 'finished') {
      resolve(done === files.length ? { kind: 'finished' } : { kind: 'stopped' });
    }
  });
  child.once('exit', () => {
    stopClock();
    over.removeEventListener('abort', kill);
    // Out of time or out of memory: for the person it is the same.
    resolve({ kind: 'failed', file: current, reason: 'tooSlow' });
  });
  startClock();
  const order: ReadOrder = { type: 'read', files };
  child.postMessage(order, [vault.listenTo(id)]);
  return promise;
}
