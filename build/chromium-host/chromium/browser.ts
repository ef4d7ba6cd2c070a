import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { findChromium } from '../find-chromium.mjs';
import type { HostOptions } from '../options.ts';
import { chromiumFlags, type Start } from './flags.ts';
import { openPipe, type Line } from './pipe.ts';
import { createProfile, removeProfile } from './profile.ts';
import { watchTargets, type Target, type Targets } from './targets.ts';

export interface Browser {
  readonly line: Line;
  readonly targets: Targets;
  /** Where a test may connect, if this browser was started for one. */
  readonly endpoint: () => Promise<string>;
  /** Ends Chromium and removes its profile. */
  readonly kill: () => Promise<void>;
  /** Resolves when Chromium has ended, for whatever reason. */
  readonly gone: Promise<void>;
}

const running = new Map<ChildProcess, string>();

process.on('exit', () => {
  for (const [child, profile] of running) {
    child.kill('SIGKILL');
    removeProfile(profile);
  }
});

/** Starts Chromium with one window and waits until that window can be spoken to. */
export async function launchBrowser(
  options: HostOptions,
  start: Omit<Start, 'profile'>,
): Promise<Browser> {
  const program = findChromium();
  if (program === undefined) {
    throw new Error(
      'No Chromium or Chrome was found. Install one, or set AMENDS_CHROMIUM to its path.',
    );
  }
  const profile = createProfile();
  const child = spawn(program, chromiumFlags(options, { ...start, profile }), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: quietEnvironment(start.locale),
  });
  running.set(child, profile);
  const complaint = lastWords(child);
  const ended = new Promise<void>(resolve => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const gone = ended.then(() => {
    running.delete(child);
    removeProfile(profile);
  });

  const pipe = openPipe(child.stdio[3] as Writable, child.stdio[4] as Readable, () => {});
  const targets = watchTargets(pipe);
  const failed = ended.then((): never => {
    throw new Error(`Chromium (${program}) did not start.\n${complaint()}`);
  });
  failed.catch(() => {});
  await Promise.race([targets.ready, failed]);
  await pipe.browser.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true });

  return {
    line: pipe.browser,
    targets,
    gone,
    endpoint: () => readEndpoint(join(profile, 'DevToolsActivePort')),
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

export type { Target };

/** Chromium writes the port it was given, and the path to connect to, into its profile. */
async function readEndpoint(file: string): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const text = await readFile(file, 'utf8').catch(() => '');
    const [port, path] = text.split('\n');
    if (port && path) return `ws://127.0.0.1:${port}${path}`;
    await wait(10);
  }
  throw new Error('Chromium opened no debugging port.');
}

/** Chromium's own bars about missing keys have no place in the app's window. */
function quietEnvironment(locale: string): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_CHANNEL_FD: _channel, ...rest } = process.env;
  return {
    ...rest,
    LANGUAGE: locale.replace('-', '_'),
    GOOGLE_API_KEY: 'no',
    GOOGLE_DEFAULT_CLIENT_ID: 'no',
    GOOGLE_DEFAULT_CLIENT_SECRET: 'no',
  };
}

/** Chromium talks much; only what it said last explains why it did not start. */
function lastWords(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-2000);
  });
  return () => text;
}
