import type { AppError } from '#shared/errors.ts';
import { call } from '../api/client.ts';

/** The whole page is out of sight at once, dialogs and all: before anything is saved or drawn. */
export function cover(isCovered: boolean): void {
  document.documentElement.toggleAttribute('data-covered', isCovered);
}

/**
 * Takes everything out of sight first, then saves and locks, whatever could be saved. The page that
 * takes the place of this one is not covered. Returns why it did not work, or null.
 */
export async function quickHide(): Promise<AppError | null> {
  cover(true);
  const reply = await call('shell.quickHide');
  if (reply.ok) return null;
  cover(false);
  return reply.error;
}
