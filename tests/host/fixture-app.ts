import { join } from 'node:path';
import type { BrowserWindow, UtilityProcess } from 'electron';
import { launchApp, type LaunchOptions, type RunningApp } from '../support/launch-app.ts';

/** What the preload of the fixture gives its pages. */
interface FixtureBridge {
  invoke(channel: string, value?: unknown): Promise<unknown>;
  viaPort(value: unknown): Promise<unknown>;
  portMessage(): Promise<unknown>;
  closedPorts(): number;
  send(value: unknown): void;
  onAnswer(listener: (value: unknown) => void): () => void;
  readonly url: string;
  polluted(): boolean;
}

/** What the fixture's main process keeps on its global object, for tests to look at. */
export interface FixtureMain {
  readonly main: BrowserWindow;
  readonly child: UtilityProcess;
  readonly connect: () => void;
  readonly seen: {
    readonly navigations: string[];
    readonly opened: string[];
    readonly cancelled: string[];
    readonly clicks: string[];
    readonly second: string[][];
    readonly sent: unknown[];
  };
}

declare global {
  interface Window {
    readonly fixture: FixtureBridge;
  }
}

export const FIXTURE = join(import.meta.dirname, 'fixtures/main.mjs');

/** A tiny app of our own in the Chromium host. */
export const launchFixture = (options: LaunchOptions = {}): Promise<RunningApp> =>
  launchApp({ main: FIXTURE, ...options });

/** What the fixture's main process has seen so far. */
export const seenBy = (app: RunningApp): Promise<FixtureMain['seen']> =>
  app.evaluateMain(() => (globalThis as unknown as FixtureMain).seen);

let visits = 0;

/** The main process opens an address; the page in the test's hand is there too when this is done. */
export async function openIn(app: RunningApp, address: string): Promise<void> {
  const visit = `?visit=${(visits += 1)}`;
  await app.evaluateMain(
    (_electron, to) => (globalThis as unknown as FixtureMain).main.loadURL(to),
    `${address}${visit}`,
  );
  await app.page.waitForFunction(
    wanted => location.search === wanted && document.readyState === 'complete',
    visit,
  );
}
