import type { NotWrittenReason } from '../errors.ts';

/** By the error codes of POSIX, which Node gives on every system. */
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

/** Why a chosen place did not take a file, from the error code of the file system. */
export const notWrittenReason = (code: string): NotWrittenReason => REASONS[code] ?? 'failed';
