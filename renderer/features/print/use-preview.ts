import { useEffect, useState } from 'react';
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
      readonly leftOut: readonly string[];
      /** A newer one is being made; these pages are shown until it is there. */
      readonly isStale: boolean;
    };

/** Makes the PDF of an entry anew whenever a choice changes, and keeps no copy after the preview closes. */
export function usePreview(id: EntryId, options: PrintOptions): Preview {
  const { paper, headings, pageNumbers } = options;
  const [preview, setPreview] = useState<Preview>({ status: 'making' });

  useEffect(() => {
    let isWanted = true;
    let close = (): void => undefined;
    setPreview(shown => (shown.status === 'ready' ? { ...shown, isStale: true } : shown));

    async function make(): Promise<void> {
      const request = { id, options: { paper, headings, pageNumbers } };
      const reply = await call('shell.printPreview', request);
      if (!isWanted) return;
      if (!reply.ok) {
        setPreview({ status: 'failed', error: reply.error });
        return;
      }
      const opened = await openPages(reply.value.pdf);
      close = opened.close;
      if (isWanted) {
        const { leftOut } = reply.value;
        setPreview({ status: 'ready', pages: opened.pages, leftOut, isStale: false });
      } else close();
    }
    make().catch(() => {
      if (isWanted) setPreview({ status: 'failed', error: { code: 'print.failed', reason: '' } });
    });
    return () => {
      isWanted = false;
      close();
    };
  }, [id, paper, headings, pageNumbers]);

  return preview;
}
