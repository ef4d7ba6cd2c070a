import type { RunningApp } from './launch-app.ts';

/** The line to a vault process that a test holds up. */
interface HeldLine {
  isHeld: boolean;
  readonly release: () => void;
}

/**
 * The next vault process can be made to hear nothing: what pages and the main process tell it waits
 * from `holdVault` to `releaseVault`, in order, as when it waits for a drive.
 */
export const prepareToHold = (app: RunningApp): Promise<void> => standBetween(app, 'all');

export const holdVault = ({ evaluateMain }: RunningApp): Promise<void> =>
  evaluateMain(() => {
    (globalThis as unknown as { heldLine: HeldLine }).heldLine.isHeld = true;
  });

export const releaseVault = ({ evaluateMain }: RunningApp): Promise<void> =>
  evaluateMain(() => {
    (globalThis as unknown as { heldLine: HeldLine }).heldLine.release();
  });

/**
 * In the next vault process, a passphrase that the page sends, and whatever it sends after it, come
 * only once the vault has answered the main process: their lines are two, and neither waits for the
 * other.
 */
export const slowTheLineOfThePage = (app: RunningApp): Promise<void> => standBetween(app, 'page');

/** Lets what the next vault process is told pass through here: all of it can be held, or the page's. */
const standBetween = ({ evaluateMain }: RunningApp, holds: 'all' | 'page'): Promise<void> =>
  evaluateMain(({ MessageChannelMain, utilityProcess }, whose) => {
    const held: (() => void)[] = [];
    const pass = () => {
      for (const send of held.splice(0)) send();
    };
    const line: HeldLine = {
      isHeld: false,
      release() {
        line.isHeld = false;
        pass();
      },
    };
    Object.assign(globalThis, { heldLine: line });
    const tell = (send: () => void) => {
      if (line.isHeld) held.push(send);
      else send();
    };
    const fork = utilityProcess.fork.bind(utilityProcess);
    utilityProcess.fork = (module, args, options) => {
      utilityProcess.fork = fork;
      const child = fork(module, args, options);
      const post = child.postMessage.bind(child);
      if (whose === 'page') child.on('message', pass);

      function relay(port: Electron.MessagePortMain): Electron.MessagePortMain {
        const { port1, port2 } = new MessageChannelMain();
        port.on('message', ({ data }) => {
          const isTried = (data as { procedure: string }).procedure === 'vault.unlock';
          if (whose === 'page' && isTried) line.isHeld = true;
          tell(() => {
            port1.postMessage(data);
          });
        });
        port1.on('message', ({ data }) => {
          port.postMessage(data);
        });
        port.start();
        port1.start();
        return port2;
      }

      return Object.assign(child, {
        postMessage(message: { type: string }, [port]: Electron.MessagePortMain[] = []) {
          const send = () => {
            post(message, port === undefined ? [] : [relay(port)]);
          };
          if (whose === 'all') tell(send);
          else send();
        },
      });
    };
  }, holds);

/** The next vault process is gone only this long after it ended, as on a computer that is busy. */
export async function slowTheEndOfTheVault(
  { evaluateMain }: RunningApp,
  lateMs: number,
): Promise<void> {
  await evaluateMain(({ utilityProcess }, late) => {
    const fork = utilityProcess.fork.bind(utilityProcess);
    utilityProcess.fork = (module, args, options) => {
      utilityProcess.fork = fork;
      const child = fork(module, args, options);
      const once = child.once.bind(child) as (name: string, tell: () => void) => void;
      return Object.assign(child, {
        once(name: string, tell: () => void) {
          once(name, name === 'exit' ? () => setTimeout(tell, late) : tell);
        },
      });
    };
  }, lateMs);
}
