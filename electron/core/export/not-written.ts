import type { AppError, NotWrittenReason } from '#shared/errors.ts';

const REASONS: Readonly<Record<string, NotWrittenReason>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ENODEV: 'gone',
  ENXIO: 'gone',
  ESTALE: 'gone',
  EHOSTDOWN: 'gone',
  ENOTCONN: 'gone',
  EEXIST: 'taken',
  EISDIR: 'taken',
  ENOTEMPTY: 'taken',
};

/** Why the chosen place did not take an export; undefined for an error that is not of the file system. */
export function notWritten(
  error: unknown,
  path: string,
  left: string | null,
): AppError | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  const reason = REASONS[String(error.code)] ?? 'failed';
  return { code: 'export.notWritten', path, reason, left };
}
