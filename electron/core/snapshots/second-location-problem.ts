import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import type { AppError } from '#shared/errors.ts';
import { diskError } from '../disk/disk-errors.ts';

/** Why a folder can not be the second place for backups; null if it can. */
export function secondLocationProblem(location: string, vaultFolder: string): AppError | null {
  const unusable = (reason: 'missing' | 'insideVault') =>
    ({ code: 'folder.unusable', path: location, reason }) as const;
  if (!isAbsolute(location) || !statSync(location, { throwIfNoEntry: false })?.isDirectory()) {
    return unusable('missing');
  }
  if (isInside(location, vaultFolder)) return unusable('insideVault');
  try {
    accessSync(location, constants.W_OK);
    return null;
  } catch (error) {
    const problem = diskError(error, location);
    if (problem === undefined) throw error;
    return problem;
  }
}

/** Whether a path is a folder or lies anywhere below it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}
