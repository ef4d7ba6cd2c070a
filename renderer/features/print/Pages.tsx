import { useEffect, useRef, useState } from 'react';
import type { Paper } from '#shared/domain/print.ts';
import { describeError } from '../../api/describe-error.ts';
import { words } from '../../words/en.ts';
import type { PreviewPage } from './pages.ts';
import styles from './PrintPreview.module.css';
import type { Preview } from './use-preview.ts';

/** How wide a page is shown, in CSS pixels; two stand side by side where there is room. */
const PAGE_WIDTH = 600;

/** The desk with the pages on it. While they are being made, an empty sheet waits in their place. */
export function Pages({ preview, paper }: { readonly preview: Preview; readonly paper: Paper }) {
  if (preview.status === 'failed') {
    const { title, next } = describeError(preview.error);
    return (
      <div className={styles['desk']}>
        <p role="alert" className={styles['problem']}>
          {title} {next}
        </p>
      </div>
    );
  }
  const isMaking = preview.status === 'making' || preview.isStale;
  return (
    // Scrolls by keyboard, so it takes the focus.
    <div
      className={styles['desk']}
      role="region"
      aria-label={words.print.pages}
      aria-busy={isMaking}
      tabIndex={0}
    >
      {preview.status === 'making' ? (
        <div className={styles['page']} data-waiting data-paper={paper}>
          <p role="status">{words.print.making}</p>
        </div>
      ) : (
        preview.pages.map(page => (
          <Page key={page.number} page={page} of={preview.pages.length} isStale={preview.isStale} />
        ))
      )}
    </div>
  );
}

interface PageProps {
  readonly page: PreviewPage;
  readonly of: number;
  readonly isStale: boolean;
}

function Page({ page, of, isStale }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isNear, setNear] = useState(false);

  // Pages far down a long letter are drawn when they come near.
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      entries => {
        if (entries.some(entry => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: '800px' },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);

  useEffect(() => {
    if (isNear && canvas.current !== null) void page.draw(canvas.current, PAGE_WIDTH);
  }, [isNear, page]);

  return (
    <div
      role="group"
      aria-label={words.print.pageOf(page.number, of)}
      data-stale={isStale || undefined}
    >
      <canvas
        ref={canvas}
        className={styles['page']}
        style={{ aspectRatio: `${page.width} / ${page.height}` }}
      />
      <div className="visually-hidden">{page.text}</div>
    </div>
  );
}
