import type { Line } from './pipe.ts';

/** A page of Chromium we may talk to, paused until `resume`. */
export interface Target {
  readonly id: string;
  readonly line: Line;
  /** The line to a frame or worker of the page. */
  readonly child: (sessionId: string) => Line;
  readonly gone: Promise<void>;
}

export interface Targets {
  /** Chromium is up: the window it started with is there. */
  readonly ready: Promise<void>;
  readonly peekFirst: () => Target | undefined;
  /** The window Chromium started with, once. */
  readonly takeFirst: () => Target | undefined;
  /** A further page: in a window of its own, or for printing, where no one sees it. */
  readonly create: (inWindow: boolean) => Promise<Target>;
  /** Called for a page that opened by itself and was closed again. */
  readonly onRefused: (listener: (openerId: string | undefined, url: string) => void) => void;
}

interface TargetInfo {
  readonly targetId: string;
  readonly openerId?: string;
  readonly url: string;
}

interface Pipe {
  readonly browser: Line;
  readonly session: (id: string) => Line;
  readonly drop: (id: string) => void;
}

/** Knows every page of Chromium. Pages that we did not ask for are closed before they load anything. */
export function watchTargets(pipe: Pipe): Targets {
  const { browser } = pipe;
  const attached = new Map<string, Target>();
  const leave = new Map<string, () => void>();
  const arrivals = new Map<string, (target: Target) => void>();
  const refusals: ((openerId: string | undefined, url: string) => void)[] = [];
  const first = Promise.withResolvers<void>();
  let firstTarget: Target | undefined;
  let isFirst = true;
  let asked = 0;

  function arrive({ sessionId, targetInfo }: { sessionId: string; targetInfo: TargetInfo }): void {
    const { targetId: id, openerId } = targetInfo;
    const line = pipe.session(sessionId);
    if (!isFirst && (openerId !== undefined || asked === 0)) {
      refuse(line, targetInfo);
      return;
    }
    const gone = Promise.withResolvers<void>();
    leave.set(sessionId, gone.resolve);
    const target = { id, line, child: pipe.session, gone: gone.promise };
    if (isFirst) {
      isFirst = false;
      firstTarget = target;
      first.resolve();
      return;
    }
    const waiting = arrivals.get(id);
    if (waiting === undefined) attached.set(id, target);
    else waiting(target);
  }

  function refuse(line: Line, { targetId, openerId, url }: TargetInfo): void {
    // It must run to be closed: its opener may be waiting for it. Nothing it asks for is answered.
    const steps = [
      line.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      line.send('Runtime.runIfWaitingForDebugger'),
      browser.send('Target.closeTarget', { targetId }),
    ];
    void Promise.allSettled(steps);
    for (const listener of refusals) listener(openerId, url);
  }

  browser.on('Target.attachedToTarget', params => {
    arrive(params as unknown as { sessionId: string; targetInfo: TargetInfo });
  });
  browser.on('Target.detachedFromTarget', params => {
    const id = (params as { sessionId: string }).sessionId;
    leave.get(id)?.();
    leave.delete(id);
    pipe.drop(id);
  });
  const watching = browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page' }],
  });
  watching.catch(first.reject);

  return {
    ready: first.promise,
    peekFirst: () => firstTarget,
    takeFirst() {
      const target = firstTarget;
      firstTarget = undefined;
      return target;
    },
    async create(inWindow) {
      asked += 1;
      try {
        // In a context of its own, which is in memory like that of the first window.
        const { browserContextId } = await browser.send<{ browserContextId: string }>(
          'Target.createBrowserContext',
          { disposeOnDetach: true },
        );
        const { targetId } = await browser.send<{ targetId: string }>('Target.createTarget', {
          url: 'about:blank',
          browserContextId,
          newWindow: true,
          background: !inWindow,
        });
        const target = attached.get(targetId);
        attached.delete(targetId);
        if (target !== undefined) return target;
        return await new Promise(resolve => arrivals.set(targetId, resolve));
      } finally {
        asked -= 1;
      }
    },
    onRefused(listener) {
      refusals.push(listener);
    },
  };
}
