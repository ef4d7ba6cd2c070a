import type { AppError } from '#shared/errors.ts';
import { describeError } from '../../api/describe-error.ts';
import { queries } from '../../api/queries.ts';
import { queryClient } from '../../api/query-client.ts';

/** Asks the vault for its backups once more, after something was done with them. */
export const lookAgain = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: queries.backups.queryKey });

/** What happened, what was kept, and what to do, in one line. */
export function sentencesFor(error: AppError): string {
  const { title, kept, next } = describeError(error);
  return `${title}. ${kept} ${next}`;
}
