import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What a folder holds: everything below it, by its path from there. A folder's path ends in a slash. */
export type Image = ReadonlyMap<string, Buffer>;

export type DiskEvent =
  | { readonly kind: 'open'; readonly fd: number; readonly path: string; readonly flags: number }
  | { readonly kind: 'write'; readonly fd: number; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly fd: number; readonly size: number }
  | { readonly kind: 'sync' | 'close'; readonly fd: number }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  /** Of a file or of a folder. */
  | { readonly kind: 'unlink' | 'mkdir'; readonly path: string }
  /** A line on standard output: what was acknowledged. */
  | { readonly kind: 'said'; readonly line: string }
  /** Here an operation was made to fail. */
  | { readonly kind: 'failed' };

export interface Recording {
  readonly before: Image;
  readonly events: readonly DiskEvent[];
  readonly exitCode: number | null;
  readonly stderr: string;
}

const SOURCE = join(import.meta.dirname, 'record.c');
const PROCESS = join(import.meta.dirname, 'recorded-process.ts');

/** Why nothing can be recorded here, or undefined. */
export function whyNoRecorder(): string | undefined {
  if (process.platform !== 'linux') return 'LD_PRELOAD is of Linux';
  return spawnSync('gcc', ['--version']).status === 0 ? undefined : 'gcc is not installed';
}

/** Compiles the recorder into a folder. */
export function compileRecorder(folder: string): string {
  const library = join(folder, 'record.so');
  const args = ['-shared', '-fPIC', '-O1', '-Wall', '-Werror', '-o', library, SOURCE, '-lpthread'];
  const { status, stderr } = spawnSync('gcc', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the recorder does not compile:\n${stderr}`);
  return library;
}

interface Ask {
  readonly library: string;
  readonly scenario: string;
  /** Already holds what the scenario begins with. */
  readonly folder: string;
  /** Outside of the folder. */
  readonly logFile: string;
  /** How the process is weakened, or which of its operations fails. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a scenario in a process of its own and returns all that it did to the disk. */
export async function record({ library, scenario, folder, logFile, env }: Ask): Promise<Recording> {
  const before = imageOf(folder);
  writeFileSync(logFile, '');
  const child = spawn(process.execPath, [PROCESS, scenario, folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      LD_PRELOAD: library,
      AMENDS_RECORD_FOLDER: folder,
      AMENDS_RECORD_LOG: logFile,
      ...env,
    },
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const exitCode = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  return { before, events: parseLog(readFileSync(logFile), folder), exitCode, stderr };
}

export const imageOf = (folder: string): Image =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true }).map(entry => {
      const path = join(entry.parentPath, entry.name);
      const name = relative(folder, path);
      return entry.isDirectory() ? [`${name}/`, Buffer.alloc(0)] : [name, readFileSync(path)];
    }),
  );

export function writeImage(folder: string, image: Image): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of image) {
    const path = join(folder, name);
    mkdirSync(name.endsWith('/') ? path : dirname(path), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(path, bytes);
  }
}

const HEAD_BYTES = 20;

function parseLog(log: Buffer, folder: string): DiskEvent[] {
  const events: DiskEvent[] = [];
  for (let at = 0; at + HEAD_BYTES <= log.length;) {
    const length = log.readUInt32LE(at + 16);
    const bytes = log.subarray(at + HEAD_BYTES, at + HEAD_BYTES + length);
    const event = {
      what: log.readUInt32LE(at),
      fd: log.readInt32LE(at + 4),
      offset: Number(log.readBigInt64LE(at + 8)),
      bytes,
    };
    events.push(...toEvents(event, folder));
    at += HEAD_BYTES + length;
  }
  return events;
}

interface Raw {
  readonly what: number;
  readonly fd: number;
  readonly offset: number;
  readonly bytes: Buffer;
}

/** In the order of the numbers in record.c. */
function toEvents({ what, fd, offset, bytes }: Raw, folder: string): DiskEvent[] {
  const text = bytes.toString('utf8');
  const inside = (path: string) => relative(folder, path);
  switch (what) {
    case 1:
      return [{ kind: 'open', fd, path: inside(text), flags: offset }];
    case 2:
      return [{ kind: 'write', fd, at: offset, bytes }];
    case 3:
      return [{ kind: 'truncate', fd, size: offset }];
    case 4:
      return [{ kind: 'sync', fd }];
    case 5:
      return [{ kind: 'close', fd }];
    case 6: {
      const [from = '', to = ''] = text.split('\n');
      return [{ kind: 'rename', from: inside(from), to: inside(to) }];
    }
    case 7:
      return [{ kind: 'unlink', path: inside(text) }];
    case 8:
      return text
        .trimEnd()
        .split('\n')
        .map(line => ({ kind: 'said', line }));
    case 9:
      return [{ kind: 'failed' }];
    case 10:
      return [{ kind: 'mkdir', path: inside(text) }];
    default:
      throw new Error(`the recorder wrote down something unknown: ${what}`);
  }
}
