import type { Browser, Target } from './chromium/browser.ts';
import { hostOptions } from './options.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

/**
 * The frame of one window of Chromium. What it was told or last heard is known at once, for Electron
 * answers without waiting; Chromium follows. A headless window is exactly as large as it was told,
 * for the sake of tests that look at it.
 */
export class WindowFrame {
  #bounds: Bounds;
  #state: WindowState = 'normal';
  #window: Promise<{ browser: Browser; target: Target; windowId: number }> | undefined;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  get bounds(): Bounds {
    return this.#bounds;
  }

  get state(): WindowState {
    return this.#state;
  }

  /** The window is there: it takes the place and the state that were wanted meanwhile. */
  attach(browser: Browser, target: Target, isPlaced: boolean): void {
    this.#window = browser.line
      .send<{ windowId: number }>('Browser.getWindowForTarget', { targetId: target.id })
      .then(({ windowId }) => ({ browser, target, windowId }));
    this.place(
      isPlaced ? this.#bounds : { width: this.#bounds.width, height: this.#bounds.height },
    );
    if (this.#state !== 'normal') this.setState(this.#state);
  }

  place(bounds: Partial<Bounds>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    const { x: left, y: top, width, height } = bounds;
    const place = Object.entries({ left, top, width, height }).filter(([, v]) => v !== undefined);
    this.#tell(Object.fromEntries(place));
  }

  setState(state: WindowState): void {
    this.#state = state;
    this.#tell({ windowState: state });
  }

  /** What the page says of its window. Says whether the place and the size are new. */
  learn(bounds: Bounds): { moved: boolean; resized: boolean } {
    const same = { moved: false, resized: false };
    if (hostOptions().headless || this.#state !== 'normal') return same;
    const { x, y, width, height } = this.#bounds;
    this.#bounds = bounds;
    return {
      moved: x !== bounds.x || y !== bounds.y,
      resized: width !== bounds.width || height !== bounds.height,
    };
  }

  #tell(bounds: Record<string, unknown>): void {
    const told = this.#window?.then(async ({ browser, windowId }) => {
      const { width, height } = bounds;
      if (hostOptions().headless && width !== undefined) {
        await browser.line.send('Browser.setContentsSize', { windowId, width, height });
      } else await browser.line.send('Browser.setWindowBounds', { windowId, bounds });
    });
    told?.catch(() => {
      // The window closed before it could be moved, or its window manager would not have it.
    });
  }
}
