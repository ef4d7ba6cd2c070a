import type { VaultProcedure } from '#shared/ipc/contract.ts';
import type { RunningApp } from './launch-app.ts';

interface Held {
  readonly isHeld: boolean;
  readonly isReleased: boolean;
  /** That were opened since the answer came. */
  readonly windows: number;
}

/**
 * From the next vault process on, what the vault answers to one procedure reaches the main process
 * only once a lock has begun. Returns what became of it.
 */
export async function holdUntilLock(
  { evaluateMain }: RunningApp,
  procedure: VaultProcedure,
): Promise<() => Promise<Held>> {
  await evaluateMain(({ app, utilityProcess }, wanted) => {
    const held = { isHeld: false, isReleased: false, windows: 0 };
    Object.assign(globalThis, { held });
    app.on('browser-window-created', () => {
      if (held.isHeld) held.windows += 1;
    });
    const fork = utilityProcess.fork.bind(utilityProcess);
    utilityProcess.fork = (module, args, options) => {
      const child = fork(module, args, options);
      const asked = new Set<number>();
      let release = (): void => {};
      const post = child.postMessage.bind(child);
      const listen = child.on.bind(child) as (name: string, tell: (told: unknown) => void) => void;
      return Object.assign(child, {
        on(name: string, tell: (told: unknown) => void) {
          listen(name, told => {
            if (name !== 'message' || !asked.has((told as { id: number }).id)) {
              tell(told);
              return;
            }
            held.isHeld = true;
            release = () => {
              tell(told);
              setImmediate(() => Object.assign(held, { isReleased: true }));
            };
          });
        },
        postMessage(...sent: Parameters<typeof post>) {
          const message = sent[0] as { type: string; id: number; procedure: string };
          if (message.procedure === wanted) asked.add(message.id);
          post(...sent);
          if (message.type === 'close') setImmediate(() => release());
        },
      });
    };
  }, procedure as string);
  return () => evaluateMain(() => (globalThis as unknown as { held: Held }).held);
}

/** The computer goes to sleep, which locks. */
export const suspend = ({ evaluateMain }: RunningApp): Promise<void> =>
  evaluateMain(({ powerMonitor }) => {
    powerMonitor.emit('suspend');
  });
