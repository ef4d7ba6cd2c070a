import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type * as Electron from 'electron';
import { electronBinary, launchInElectron } from './launch-in-electron.ts';
import { launchInChromium } from './launch-in-chromium.ts';

export interface LaunchOptions {
  /** The folder of the vault and of the window's place; without one, a new temporary folder. */
  readonly userDataDir?: string;
  /** Default true, or false while `AMENDS_HEADED=1` is set. */
  readonly headless?: boolean;
  /** Such as `de-DE`. */
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** The system asks that nothing moves; default false. */
  readonly reducedMotion?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** A program and its arguments that the app is started through, such as `strace`. */
  readonly through?: readonly string[];
  /** Another built main file than the app's. */
  readonly main?: string;
}

type Main = typeof Electron;

export interface RunningApp {
  /** The app's window. It stays the same page when the app moves between its origins. */
  readonly page: Page;
  /** Runs `fn(electron, arg)` in the main process. Both go there as text: `fn` must be whole. */
  readonly evaluateMain: <R, A = undefined>(
    fn: (electron: Main, arg: A) => R | Promise<R>,
    ...arg: A extends undefined ? [] : [arg: A]
  ) => Promise<Awaited<R>>;
  readonly userDataDir: string;
  /** What the app has written to its standard error so far. */
  readonly stderr: () => string;
  /** Quits as a person does, and removes the data folder if it was a temporary one. */
  readonly close: () => Promise<void>;
  /** Ends all processes of the app at once, as a power cut would; the data folder stays. */
  readonly kill: () => Promise<void>;
}

/** What one of the two ways to run the app is given. */
export interface Launch {
  readonly main: string;
  readonly userDataDir: string;
  readonly headless: boolean;
  readonly through: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly locale: string | undefined;
  readonly colorScheme: 'light' | 'dark' | undefined;
  readonly reducedMotion: boolean;
}

export type Launched = Omit<RunningApp, 'userDataDir'>;

const ROOT = resolve(import.meta.dirname, '../..');

/** Starts the built app: in Electron if its binary is there, else in an installed Chromium. */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const main = options.main ?? join(ROOT, 'out/main/index.js');
  if (!existsSync(main)) throw new Error(`${main} is not built: run \`npm run build\` first`);
  const isTemporary = options.userDataDir === undefined;
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'amends-test-')));
  const launch = electronBinary() === undefined ? launchInChromium : launchInElectron;
  const remove = async (): Promise<void> => {
    if (isTemporary) await rm(userDataDir, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const launched = await launch({
      main,
      userDataDir,
      headless: options.headless ?? process.env['AMENDS_HEADED'] !== '1',
      through: options.through ?? [],
      env: { ...process.env, ...languageOf(options.locale), ...options.env },
      locale: options.locale,
      colorScheme: options.colorScheme,
      reducedMotion: options.reducedMotion ?? false,
    });
    return {
      ...launched,
      userDataDir,
      async close() {
        await launched.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

const languageOf = (locale: string | undefined): NodeJS.ProcessEnv =>
  locale === undefined ? {} : { LC_ALL: `${locale.replace('-', '_')}.UTF-8` };
