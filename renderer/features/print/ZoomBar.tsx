import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { isMac } from '../../ui/keys.ts';
import { printWords as words } from '../../words/print.ts';
import styles from './ZoomBar.module.css';
import { larger, setZoom, smaller, useZoom } from './zoom.ts';

interface ZoomBarProps {
  /** null while there are no pages. */
  readonly pageCount: number | null;
  readonly percent: number;
}

/** How much of a page is seen at once. */
export function ZoomBar({ pageCount, percent }: ZoomBarProps) {
  const { zoom } = useZoom();
  return (
    <div className={styles['bar']}>
      <p className={styles['count']}>{pageCount !== null && words.pageCount(pageCount)}</p>
      <div role="group" aria-label={words.zoom} className={styles['controls']}>
        <IconButton
          icon="minus"
          label={words.zoomOut}
          keys={isMac ? '⌘−' : 'Ctrl −'}
          onClick={() => setZoom(smaller(percent))}
        />
        <output className={styles['percent']}>{words.percent(percent)}</output>
        <IconButton
          icon="plus"
          label={words.zoomIn}
          keys={isMac ? '⌘+' : 'Ctrl +'}
          onClick={() => setZoom(larger(percent))}
        />
        <Button
          variant="quiet"
          size="small"
          aria-pressed={zoom === 'width'}
          onClick={() => setZoom('width')}
        >
          {words.fitWidth}
        </Button>
        <Button
          variant="quiet"
          size="small"
          aria-pressed={zoom === 'page'}
          onClick={() => setZoom('page')}
        >
          {words.fitPage}
        </Button>
      </div>
    </div>
  );
}
