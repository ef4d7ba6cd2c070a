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

interface Made {
  /** The entry and the choices it was made for. */
  readonly of: string;
  readonly preview: Preview;
}

/** Makes the PDF of an entry anew whenever a choice changes, and keeps no copy after the preview closes. */
export function usePreview(id: EntryId, options: PrintOptions): Preview {
  const chosen = JSON.stringify(options);
  const wanted = `${id} ${chosen}`;
  const [made, setMade] = useState<Made>({ of: '', preview: { status: 'making' } });

  useEffect(() => {
    let isWanted = true;
    let close = (): void => undefined;
    const setPreview = (preview: Preview): void => {
      setMade({ of: wanted, preview });
    };

    async function make(): Promise<void> {
      const request = { id, options: JSON.parse(chosen) as PrintOptions };
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
  }, [wanted, id, chosen]);

  const { of, preview } = made;
  return preview.status === 'ready' ? { ...preview, isStale: of !== wanted } : preview;
}
