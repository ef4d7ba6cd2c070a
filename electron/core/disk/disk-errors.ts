import type { AppError } from '#shared/errors.ts';

const FULL = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT']);
const READ_ONLY = new Set(['EROFS', 'EACCES', 'EPERM']);

/**
 * What an error of SQLite or of the file system means to the person, or undefined when it is not
 * about the disk: then it is a bug, and stays one.
 */
export function diskError(error: unknown, databasePath: string): AppError | undefined {
  const code = codeOf(error);
  if (code === undefined) return undefined;
  const path = pathOf(error) ?? databasePath;
  if (FULL.has(code)) return { code: 'disk.full', path };
  if (READ_ONLY.has(code) || code.startsWith('SQLITE_READONLY')) {
    return { code: 'disk.readOnly', path };
  }
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return { code: 'vault.databaseDamaged', path };
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return { code: 'vault.inUse', path };
  }
  const isDisk = /^SQLITE_(IOERR|CANTOPEN|PERM|AUTH)/.test(code) || isFileSystemError(error);
  return isDisk ? { code: 'disk.failed', path, reason: code } : undefined;
}

/**
 * Whether a handle can not be trusted any more: what a failed sync left on the disk nobody knows,
 * trying it again would report success for nothing, and a damaged file must not be written into.
 */
export function endsWriting(error: unknown): boolean {
  const code = codeOf(error) ?? '';
  return /^SQLITE_(?:IOERR_(?:DIR_)?FSYNC|CORRUPT|NOTADB)/.test(code);
}

/** Whether a file operation failed because there is no such file. */
export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The file system names the file; SQLite only ever speaks of its database. */
const pathOf = (error: unknown): string | undefined =>
  error instanceof Error && 'path' in error && typeof error.path === 'string'
    ? error.path
    : undefined;

const isFileSystemError = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && 'errno' in error;
