import { contextBridge, ipcRenderer } from 'electron';
import type { AppEvent, Bridge } from '../../shared/ipc/bridge.ts';

/**
 * Two functions for the page, plain data both ways. What concerns windows goes to the main process;
 * all writing and every passphrase goes over a port of its own straight to the vault process.
 */
type VaultMessage = { readonly id: number; readonly reply: unknown } | { readonly event: AppEvent };

const failed = (code: string) => ({ ok: false, error: { code } });
const unserialisable = () => ({
  ok: false,
  error: { code: 'ipc.invalidInput', issues: ['not plain data'] },
});

const listeners = new Set<(event: AppEvent) => void>();
const waiting = new Map<number, (reply: unknown) => void>();
let asked = 0;
/** The line to the vault process; null when that has ended. */
let line = Promise.withResolvers<MessagePort | null>();
let isSettled = false;
let isGone = false;

function settle(to: MessagePort | null): void {
  if (isSettled) line = Promise.withResolvers();
  isSettled = true;
  isGone = to === null;
  line.resolve(to);
}

/** The vault process was started anew, or can be: the answer is a new line, or `vault-gone` again. */
function connectAgain(): void {
  line = Promise.withResolvers();
  isSettled = false;
  isGone = false;
  ipcRenderer.send('connect');
}

const announce = (event: AppEvent): void => {
  for (const listener of listeners) listener(event);
};

ipcRenderer.on('vault-port', event => {
  const received = event.ports[0];
  if (received === undefined) return;
  received.addEventListener('message', ({ data }: MessageEvent<VaultMessage>) => {
    if ('event' in data) {
      announce(data.event);
      return;
    }
    waiting.get(data.id)?.(data.reply);
    waiting.delete(data.id);
  });
  received.start();
  settle(received);
});

ipcRenderer.on('event', (_event, announced: AppEvent) => {
  if (announced.type === 'vault-gone') {
    settle(null);
    for (const answer of waiting.values()) answer(failed('vault.gone'));
    waiting.clear();
  }
  announce(announced);
});

async function askVault(procedure: string, input: unknown): Promise<unknown> {
  if (isGone) connectAgain();
  const to = await line.promise;
  if (to === null) return failed('vault.gone');
  const id = (asked += 1);
  return new Promise(resolve => {
    waiting.set(id, resolve);
    try {
      to.postMessage({ id, procedure, input });
    } catch {
      waiting.delete(id);
      resolve(unserialisable());
    }
  });
}

const askShell = (procedure: string, input: unknown): Promise<unknown> =>
  ipcRenderer.invoke('rpc', procedure, input).catch(unserialisable);

/** The page may send anything under any name; what it is gets checked where it is answered. */
function invoke(name: unknown, input: unknown): Promise<unknown> {
  const procedure = String(name);
  return procedure.startsWith('shell.') ? askShell(procedure, input) : askVault(procedure, input);
}

const bridge: Bridge = {
  invoke,
  subscribe(listener) {
    const own = (event: AppEvent): void => {
      listener(event);
    };
    listeners.add(own);
    return () => {
      listeners.delete(own);
    };
  },
};

contextBridge.exposeInMainWorld('bridge', bridge);
ipcRenderer.send('connect');
