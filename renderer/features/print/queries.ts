import { queryOptions } from '@tanstack/react-query';
import type { Copy } from '#shared/domain/audience.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import { ask } from '../../api/client.ts';

/** What has to be known of a letter before a copy of it is made. Let go when the preview closes. */
export const copies = {
  entry: (id: EntryId) =>
    queryOptions({ queryKey: ['printed', id], queryFn: () => ask('entries.get', id), gcTime: 0 }),
  /** The letter whole, and what of it stays out of a copy. */
  letter: (id: EntryId, copy: Copy) =>
    queryOptions({
      queryKey: ['printed', id, copy],
      queryFn: () => ask('exports.previewLetter', { id, copy }),
      gcTime: 0,
    }),
};
