import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright-core';
import type { Launch, Launched } from './launch-app.ts';

const PACKAGE = resolve(import.meta.dirname, '../../node_modules/electron');

/** Electron's own binary, if it was ever downloaded. */
export function electronBinary(): string | undefined {
  if (process.env['AMENDS_HOST'] === 'chromium') return undefined;
  const name = join(PACKAGE, 'path.txt');
  if (!existsSync(name)) return undefined;
  const binary = join(PACKAGE, 'dist', readFileSync(name, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}

/** Runs the app as people have it. Electron knows no headless mode: without a screen, use Xvfb. */
export async function launchInElectron(launch: Launch): Promise<Launched> {
  const executablePath = electronBinary();
  if (executablePath === undefined) throw new Error('Electron is not installed');
  const [program, ...through] = launch.through;
  const app = await _electron.launch({
    executablePath: program ?? executablePath,
    args: [
      ...through,
      ...(program === undefined ? [] : [executablePath]),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      appFolder(launch.main),
      `--user-data-dir=${launch.userDataDir}`,
    ],
    env: definedOnly(launch.env),
    ...(launch.locale === undefined ? {} : { locale: launch.locale }),
    ...(launch.colorScheme === undefined ? {} : { colorScheme: launch.colorScheme }),
  });
  const stderr = collect(app);
  const page = await app.firstWindow();
  await page.waitForLoadState();
  if (launch.reducedMotion) await page.emulateMedia({ reducedMotion: 'reduce' });
  return {
    page,
    stderr,
    evaluateMain: ((fn: never, arg: unknown) =>
      app.evaluate(fn, arg as never)) as Launched['evaluateMain'],
    close: () => app.close(),
    async kill() {
      const closed = app.waitForEvent('close');
      app.process().kill('SIGKILL');
      await closed;
    },
  };
}

function appFolder(main: string): string {
  let folder = dirname(main);
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

function collect(app: ElectronApplication): () => string {
  let text = '';
  app.process().stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return () => text;
}

const definedOnly = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
