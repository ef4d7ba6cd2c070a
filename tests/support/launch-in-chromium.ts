import { spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { createCodec } from '../../build/chromium-host/page/clone-codec.ts';
import type { Ask, Told } from '../../build/chromium-host/test-driver.ts';
import type { Launch, Launched } from './launch-app.ts';
import { nodeBinary } from './node-binary.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const REGISTER = join(ROOT, 'build/chromium-host/register.ts');
const START_MS = 40_000;
/** Longer than the app waits for a vault that does not close: ten seconds, and three until it is dead. */
const QUIT_MS = 20_000;

const { encode, decode } = createCodec();

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) killAll(child);
});

type Found = Extract<Told, { type: 'page' }>;

/** Runs the built app in the Chromium host, as a process group of its own. */
export async function launchInChromium(launch: Launch): Promise<Launched> {
  const [program, ...args] = commandLine(launch);
  const child = spawn(program, args, {
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    // A group can be ended at once: main, vault process and Chromium.
    detached: process.platform !== 'win32',
    env: {
      ...launch.env,
      AMENDS_DRIVEN: '1',
      ...(launch.colorScheme === undefined ? {} : { AMENDS_COLOR_SCHEME: launch.colorScheme }),
      ...(launch.reducedMotion ? { AMENDS_REDUCED_MOTION: '1' } : {}),
    },
  });
  running.add(child);
  const stderr = collect(child);
  const ended = new Promise<number | null>(done => {
    child.once('exit', code => {
      running.delete(child);
      done(code);
    });
  });
  const kill = async (): Promise<void> => {
    killAll(child);
    await ended;
  };
  try {
    const found = await startOf(child, ended, stderr);
    const browser = await chromium.connectOverCDP(found.endpoint, {
      noDefaults: true,
      isLocal: true,
    });
    const evaluateMain = createEvaluate(child, ended);
    return {
      page: await pageOf(browser, found.targetId),
      stderr,
      evaluateMain,
      kill,
      async close() {
        await quit(child, ended, evaluateMain);
        await browser.close();
      },
    };
  } catch (error) {
    await kill();
    throw error;
  }
}

const commandLine = (launch: Launch): [program: string, ...args: string[]] => {
  const app = appCommand(launch);
  const [program = nodeBinary(), ...rest] = [...launch.through, nodeBinary(), ...app];
  return [program, ...rest];
};

const appCommand = ({ main, userDataDir, headless }: Launch): string[] => [
  '--import',
  REGISTER,
  main,
  `--user-data-dir=${userDataDir}`,
  ...(headless ? ['--headless'] : []),
];

function collect(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    if (process.env['AMENDS_VERBOSE'] === '1') process.stderr.write(chunk);
  });
  return () => text;
}

/** Waits until the app's first page is loaded. */
async function startOf(
  child: ChildProcess,
  ended: Promise<number | null>,
  stderr: () => string,
): Promise<Found> {
  const failed = (why: string): Error => new Error(`The app did not start: ${why}\n${stderr()}`);
  return new Promise((found, fail) => {
    const late = setTimeout(() => {
      fail(failed(`no page after ${START_MS / 1000} seconds`));
    }, START_MS);
    child.once('error', fail);
    void ended.then(code => {
      clearTimeout(late);
      fail(failed(`it ended with code ${String(code)}`));
    });
    child.on('message', (told: Told) => {
      if (told.type !== 'page') return;
      clearTimeout(late);
      found(told);
    });
  });
}

async function pageOf(browser: Browser, targetId: string): Promise<Page> {
  for (const context of browser.contexts()) {
    for (const page of context.pages()) {
      const session = await context.newCDPSession(page);
      const { targetInfo } = await session.send('Target.getTargetInfo');
      await session.detach();
      if (targetInfo.targetId === targetId) return page;
    }
  }
  throw new Error('The window of the app was not found in Chromium.');
}

function createEvaluate(
  child: ChildProcess,
  ended: Promise<number | null>,
): Launched['evaluateMain'] {
  const waiting = new Map<number, PromiseWithResolvers<never>>();
  let last = 0;
  child.on('message', (told: Told) => {
    if (told.type !== 'answer') return;
    const asked = waiting.get(told.id);
    waiting.delete(told.id);
    if (told.ok) asked?.resolve(decode(told.value) as never);
    else asked?.reject(new Error(`In the main process: ${String(decode(told.value))}`));
  });
  void ended.then(() => {
    for (const { reject } of waiting.values()) reject(new Error('The app has ended.'));
  });
  return (fn: (...args: never[]) => unknown, arg?: unknown) => {
    const answer = withResolvers<never>();
    waiting.set((last += 1), answer);
    const ask: Ask = { id: last, source: fn.toString(), arg: encode(structuredClone(arg)) };
    child.send(ask, error => {
      if (error !== null) answer.reject(error);
    });
    return answer.promise;
  };
}

/** `Promise.withResolvers`, which Node 20 does not have. */
function withResolvers<T>(): PromiseWithResolvers<T> {
  let yes: PromiseWithResolvers<T>['resolve'] = () => {};
  let no: PromiseWithResolvers<T>['reject'] = () => {};
  const promise = new Promise<T>((...both) => {
    [yes, no] = both;
  });
  return { promise, resolve: yes, reject: no };
}

async function quit(
  child: ChildProcess,
  ended: Promise<number | null>,
  evaluateMain: Launched['evaluateMain'],
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // The app may be gone before it could answer.
  await evaluateMain(({ app }) => {
    app.quit();
  }).catch(() => {});
  let late: NodeJS.Timeout | undefined;
  const isLate = new Promise<'late'>(done => {
    late = setTimeout(done, QUIT_MS, 'late');
  });
  const outcome = await Promise.race([ended, isLate]);
  clearTimeout(late);
  if (outcome !== 'late') return;
  killAll(child);
  await ended;
  throw new Error(`The app did not quit within ${QUIT_MS / 1000} seconds.`);
}

function killAll(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
