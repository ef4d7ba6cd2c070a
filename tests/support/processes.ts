import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningApp } from './launch-app.ts';

export type ProcessKind = 'main' | 'vault' | 'reader' | 'page' | 'browser' | 'other';

export interface AppProcess {
  readonly pid: number;
  readonly kind: ProcessKind;
  readonly command: string;
}

/** Whether the processes of an app can be looked into here, as only Linux lets its users do. */
export const hasProc = existsSync('/proc/self/stat');

/** A process and all that it started, as /proc of Linux shows them. */
export function processesOf(mainPid: number): AppProcess[] {
  const parents = new Map(livePids().map(pid => [pid, parentOf(pid)]));
  const isOurs = (pid: number): boolean => {
    if (pid === mainPid) return true;
    const parent = parents.get(pid);
    return parent !== undefined && parent > 1 && isOurs(parent);
  };
  return [...parents.keys()].filter(isOurs).map(pid => {
    const command = commandOf(pid);
    return { pid, command, kind: pid === mainPid ? 'main' : kindOf(command) };
  });
}

/** The processes of a running app, of one kind. */
export async function pidsOf(
  { evaluateMain }: Pick<RunningApp, 'evaluateMain'>,
  wanted: ProcessKind,
): Promise<number[]> {
  const all = processesOf(await evaluateMain(() => process.pid));
  return all.filter(({ kind }) => kind === wanted).map(({ pid }) => pid);
}

/** Resolves when a process is gone, within a few milliseconds. */
export async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await pause(5);
}

function kindOf(command: string): ProcessKind {
  if (/vault-process\.js|mojom\.NodeService/.test(command)) return 'vault';
  if (command.includes('import-process.js')) return 'reader';
  if (command.includes('--type=renderer')) return 'page';
  if (!command.includes('--type=') && command.includes('--user-data-dir=')) return 'browser';
  return 'other';
}

const livePids = (): number[] =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => stateOf(pid) !== 'Z');

/** A process that goes while we look at it is as good as gone. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** What stands behind the name of the program, which may hold blanks. */
const statOf = (pid: number): string[] => {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

const stateOf = (pid: number): string | undefined => statOf(pid)[0] || 'Z';
const parentOf = (pid: number): number => Number(statOf(pid)[1] ?? 0);
const commandOf = (pid: number): string => read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');

export const isAlive = (pid: number): boolean => stateOf(pid) !== 'Z';
