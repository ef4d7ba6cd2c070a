import { createHash } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { isRunning } from './running.ts';

interface SecondInstance {
  readonly argv: readonly string[];
  readonly folder: string;
  readonly additionalData: object;
}

export interface Lock {
  readonly release: () => void;
}

const CALL = '.call';

/**
 * One app per data folder. The lock is a file with our process id, in a temporary folder of its own,
 * because Electron asks for it without waiting. A second instance leaves a message beside it.
 */
export function requestLock(
  userData: string,
  additionalData: object,
  onSecond: (second: SecondInstance) => void,
): Lock | undefined {
  const folder = lockFolder(userData);
  const file = join(folder, 'lock');
  removeLeftOvers();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!take(file)) {
    call(folder, { argv: process.argv, folder: process.cwd(), additionalData });
    return undefined;
  }
  const watcher = watch(folder, (_event, name) => {
    if (name?.endsWith(CALL)) hear(join(folder, name), onSecond);
  });
  watcher.unref();
  for (const name of readdirSync(folder)) if (name.endsWith(CALL)) rmSync(join(folder, name));
  const release = (): void => {
    process.off('exit', release);
    watcher.close();
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', release);
  return { release };
}

const prefix = (): string => `amends-lock-${userInfo().uid}-`;

function lockFolder(userData: string): string {
  const name = createHash('sha256').update(resolve(userData)).digest('hex').slice(0, 16);
  return join(tmpdir(), `${prefix()}${name}`);
}

/** Instances that were killed left their locks behind. */
function removeLeftOvers(): void {
  for (const name of readdirSync(tmpdir()).filter(own => own.startsWith(prefix()))) {
    const folder = join(tmpdir(), name);
    const owner = ownerOf(join(folder, 'lock'));
    if (owner !== undefined && !isRunning(owner)) rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes us the owner, unless a living process is. */
function take(file: string): boolean {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid), { mode: 0o600 });
  try {
    // A link is there with its content or not at all, whoever else tries at the same moment.
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (tryTo(() => linkSync(own, file))) return true;
      if (!removeStale(file)) return false;
    }
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Takes the lock of a dead process away; says whether it was one. */
function removeStale(file: string): boolean {
  const owner = ownerOf(file);
  if (owner !== undefined && isRunning(owner)) return false;
  const aside = `${file}.stale-${process.pid}`;
  if (!tryTo(() => renameSync(file, aside))) return true;
  const moved = ownerOf(aside);
  // Between the look and the move another instance may have become the owner: it stays so.
  const isLiving = moved !== undefined && isRunning(moved);
  if (isLiving) tryTo(() => linkSync(aside, file));
  rmSync(aside, { force: true });
  return !isLiving;
}

function tryTo(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

function ownerOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Written whole before it gets its name, so that it is never read half. */
function call(folder: string, second: SecondInstance): void {
  const file = join(folder, `${process.pid}${CALL}`);
  writeFileSync(`${file}.part`, JSON.stringify(second));
  renameSync(`${file}.part`, file);
}

function hear(file: string, onSecond: (second: SecondInstance) => void): void {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
    rmSync(file);
  } catch {
    // The same message is announced more than once.
    return;
  }
  onSecond(JSON.parse(text) as SecondInstance);
}
