import { useEffect, useRef, useState } from 'react';
import { printWords as words } from '../../words/print.ts';
import type { PreviewPage } from './pages.ts';
import styles from './Stage.module.css';

interface PageProps {
  readonly page: PreviewPage;
  readonly of: number;
  /** CSS pixels. */
  readonly width: number;
  readonly isStale: boolean;
}

/** A page as it will be on paper. It is drawn while it is near, and lets its picture go after. */
export function Page({ page, of, width, isStale }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isNear, setNear] = useState(false);

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      entries => setNear(entries.at(-1)?.isIntersecting ?? false),
      { rootMargin: '800px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    if (isNear) return page.draw(element, width);
    element.width = 0;
    return undefined;
  }, [isNear, page, width]);

  return (
    <div role="group" aria-label={words.pageOf(page.number, of)} data-stale={isStale || undefined}>
      <canvas
        ref={canvas}
        className={styles['page']}
        style={{ width, aspectRatio: `${page.width} / ${page.height}` }}
      />
      <div className="visually-hidden">{page.text}</div>
    </div>
  );
}
