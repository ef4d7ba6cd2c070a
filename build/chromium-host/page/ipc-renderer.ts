import type { PagePorts, PortName } from './page-ports.ts';

type Listener = (event: unknown, ...args: unknown[]) => void;

/** `ipcRenderer` as a sandboxed preload knows it, and what the host's messages do to it. */
export function createIpcRenderer(toHost: (message: readonly unknown[]) => void, ports: PagePorts) {
  const listeners = new Map<string, Listener[]>();
  const calls = new Map<number, PromiseWithResolvers<unknown>>();
  let asked = 0;

  const remove = (channel: string, listener: Listener) => {
    const rest = (listeners.get(channel) ?? []).filter(own => own !== listener);
    listeners.set(channel, rest);
    return ipcRenderer;
  };

  const on = (channel: string, listener: Listener) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    return ipcRenderer;
  };

  const ipcRenderer = {
    on,
    addListener: on,
    once(channel: string, listener: Listener) {
      const own: Listener = (...args) => {
        remove(channel, own);
        listener(...args);
      };
      return on(channel, own);
    },
    off: remove,
    removeListener: remove,
    removeAllListeners(channel: string) {
      listeners.delete(channel);
      return ipcRenderer;
    },
    send(channel: string, ...args: unknown[]): void {
      toHost(['send', channel, structuredClone(args)]);
    },
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const cloned = structuredClone(args);
      const call = Promise.withResolvers<unknown>();
      calls.set((asked += 1), call);
      toHost(['invoke', asked, channel, cloned]);
      return call.promise;
    },
  };

  return {
    ipcRenderer,
    /** A message of the main process: `webContents.send` or `.postMessage`. */
    emit(channel: string, args: readonly unknown[], names: readonly PortName[]): void {
      const event = { sender: ipcRenderer, ports: names.map(ports.receive) };
      for (const listener of listeners.get(channel) ?? []) listener(event, ...args);
    },
    reply(id: number, ok: boolean, value: unknown): void {
      const call = calls.get(id);
      calls.delete(id);
      if (ok) call?.resolve(value);
      else call?.reject(new Error(String(value)));
    },
  };
}
