import { useCallback, useState, type KeyboardEvent, type ReactNode } from 'react';
import { PAPER_POINTS, type Paper } from '#shared/domain/print.ts';
import { describeError } from '../../api/describe-error.ts';
import { printWords as words } from '../../words/print.ts';
import { Page } from './Page.tsx';
import styles from './Stage.module.css';
import type { Preview } from './use-preview.ts';
import { percentShown, shownWidth, zoomByKey, useZoom, type Size } from './zoom.ts';
import { ZoomBar } from './ZoomBar.tsx';

interface StageProps {
  readonly preview: Preview;
  readonly paper: Paper;
  /** Stands in the place of the pages. */
  readonly instead?: ReactNode;
}

/** The desk with the pages on it. While they are being made, an empty sheet waits in their place. */
export function Stage({ preview, paper, instead }: StageProps) {
  const [room, setRoom] = useState<Size>({ width: 600, height: 700 });
  const { zoom } = useZoom();
  const pages = preview.status === 'ready' ? preview.pages : [];
  const size = pages[0] ?? PAPER_POINTS[paper];
  const width = shownWidth(zoom, size, room);
  const percent = percentShown(width, size);

  const desk = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setRoom(entry.contentRect);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (zoomByKey(event.key, percent)) event.preventDefault();
  }

  return (
    <div className={styles['stage']} onKeyDown={onKeyDown}>
      {instead === undefined && (
        <ZoomBar pageCount={pages.length === 0 ? null : pages.length} percent={percent} />
      )}
      {instead ?? (
        // Scrolls by keyboard, so it takes the focus.
        <div
          className={styles['desk']}
          ref={desk}
          role="region"
          aria-label={words.pages}
          aria-busy={preview.status === 'making' || (preview.status === 'ready' && preview.isStale)}
          tabIndex={0}
        >
          <OnDesk preview={preview} width={width} size={size} />
        </div>
      )}
    </div>
  );
}

interface OnDeskProps {
  readonly preview: Preview;
  readonly width: number;
  readonly size: Size;
}

function OnDesk({ preview, width, size }: OnDeskProps) {
  if (preview.status === 'failed') {
    const { title, next } = describeError(preview.error);
    return (
      <p role="alert" className={styles['problem']}>
        {title} {next}
      </p>
    );
  }
  if (preview.status === 'making') {
    return (
      <div
        className={styles['waiting']}
        style={{ width, aspectRatio: `${size.width} / ${size.height}` }}
      >
        <p role="status">{words.making}</p>
      </div>
    );
  }
  return preview.pages.map(page => (
    <Page
      key={page.number}
      page={page}
      of={preview.pages.length}
      width={width}
      isStale={preview.isStale}
    />
  ));
}
