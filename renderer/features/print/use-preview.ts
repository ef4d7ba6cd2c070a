import { useEffect, useState } from 'react';
import type { Copy } from '#shared/domain/audience.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import type { PrintOptions } from '#shared/domain/print.ts';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../api/client.ts';
import { openPages, type PreviewPage } from './pages.ts';

export type Preview =
  | { readonly status: 'making' }
  | { readonly status: 'failed'; readonly error: AppError }
  | {
      readonly status: 'ready';
      readonly pages: readonly PreviewPage[];
      /** A newer one is being made; these pages are shown until it is there. */
      readonly isStale: boolean;
    };

interface Made {
  /** What it was made for. */
  readonly of: string;
  readonly preview: Preview;
  readonly close: () => void;
}

interface Wanted {
  readonly id: EntryId;
  readonly options: PrintOptions;
  readonly copy: Copy;
}

const NOTHING = (): void => undefined;

/** Makes the PDF of an entry anew whenever a choice changes, and keeps no copy after the preview closes. */
export function usePreview(request: Wanted): Preview {
  const wanted = JSON.stringify(request);
  const [made, setMade] = useState<Made>({
    of: '',
    preview: { status: 'making' },
    close: NOTHING,
  });

  useEffect(() => {
    let isWanted = true;
    make(JSON.parse(wanted) as Wanted).then(
      ({ preview, close }) => {
        if (isWanted) setMade({ of: wanted, preview, close });
        else close();
      },
      () => {
        const error: AppError = { code: 'print.failed', reason: '' };
        if (isWanted) setMade({ of: wanted, preview: { status: 'failed', error }, close: NOTHING });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [wanted]);

  // Its pages are drawn for as long as they are shown, stale or not.
  useEffect(() => made.close, [made]);

  const { of, preview } = made;
  return preview.status === 'ready' ? { ...preview, isStale: of !== wanted } : preview;
}

async function make(request: Wanted): Promise<Omit<Made, 'of'>> {
  const reply = await call('shell.printPreview', request);
  if (!reply.ok) return { preview: { status: 'failed', error: reply.error }, close: NOTHING };
  const { pages, close } = await openPages(reply.value.pdf);
  return { preview: { status: 'ready', pages, isStale: false }, close };
}
