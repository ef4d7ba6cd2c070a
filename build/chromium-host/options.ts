import { env } from 'node:process';

/** What `register.ts` read from the command line and the environment before the app started. */
export interface HostOptions {
  readonly headless: boolean;
  /** A test drives the page through a debugging port and talks to this process over its channel. */
  readonly driven: boolean;
  /** What the page is told to prefer while the app follows the system; undefined asks the system. */
  readonly colorScheme: 'light' | 'dark' | undefined;
  /** The page is told to move nothing; otherwise it asks the system. */
  readonly reducedMotion: boolean;
  readonly sandbox: boolean;
}

/** Our own option is taken out of the arguments: the app would refuse what it does not know. */
export function takeHostOptions(argv: string[]): HostOptions {
  const at = argv.indexOf('--headless');
  if (at !== -1) argv.splice(at, 1);
  const scheme = env['AMENDS_COLOR_SCHEME'];
  return {
    headless: at !== -1,
    driven: env['AMENDS_DRIVEN'] === '1' && process.connected,
    colorScheme: scheme === 'light' || scheme === 'dark' ? scheme : undefined,
    reducedMotion: env['AMENDS_REDUCED_MOTION'] === '1',
    // Chromium refuses to start as root with its sandbox on.
    sandbox: process.getuid?.() !== 0,
  };
}

let chosen: HostOptions = {
  headless: true,
  driven: false,
  colorScheme: undefined,
  reducedMotion: false,
  sandbox: true,
};

export const chooseOptions = (options: HostOptions): void => {
  chosen = options;
};

export const hostOptions = (): HostOptions => chosen;
