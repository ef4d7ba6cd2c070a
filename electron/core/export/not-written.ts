import type { AppError } from '#shared/errors.ts';
import { notWrittenReason } from '#shared/output/not-written-reason.ts';
import { ZipFull } from './zip-limit.ts';

/**
 * Why the chosen place, or the zip, did not take an export; undefined for an error that says neither.
 */
export function notWritten(
  error: unknown,
  path: string,
  left: string | null,
): AppError | undefined {
  if (error instanceof ZipFull && left === null) return { code: 'export.tooMuchForZip' };
  if (error instanceof ZipFull) return { code: 'export.notWritten', path, reason: 'failed', left };
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  const reason = notWrittenReason(String(error.code));
  return { code: 'export.notWritten', path, reason, left };
}
