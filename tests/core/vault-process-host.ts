import { MessageChannel, type MessagePort } from 'node:worker_threads';

// Gives the vault process what Electron gives it: `process.parentPort`, and a port for each page.
// Node cannot hand a port to another process, so the ports are made here and their messages travel
// through the one channel that a child process has.

/** `page` is the number of a page, or null for the main process. */
export interface Parcel {
  readonly page: number | null;
  readonly data: unknown;
}

const send = (parcel: Parcel): void => {
  process.send?.(parcel);
};

const pages: MessagePort[] = [];

/** A port as Electron shows it, on Node's. */
function connectPage() {
  const page = pages.length;
  const { port1, port2 } = new MessageChannel();
  port1.on('message', (data: unknown) => {
    send({ page, data });
  });
  pages.push(port1);
  return {
    on(event: 'message' | 'close', listener: (message: { data: unknown }) => void) {
      port2.on(event, (data: unknown) => {
        listener({ data });
      });
    },
    postMessage: (data: unknown) => {
      port2.postMessage(data);
    },
    start: () => {
      port2.start();
    },
  };
}

interface Order {
  readonly data: { readonly type?: string };
  readonly ports: readonly unknown[];
}

Object.assign(process, {
  parentPort: {
    on(_event: 'message', listener: (order: Order) => void) {
      process.on('message', ({ page, data }: Parcel) => {
        if (page !== null) {
          pages[page]?.postMessage(data);
          return;
        }
        const order = data as Order['data'];
        listener({ data: order, ports: order.type === 'connect' ? [connectPage()] : [] });
      });
    },
    postMessage: (data: unknown) => {
      send({ page: null, data });
    },
  },
});

await import(new URL('../../electron/vault-process/main.ts', import.meta.url).href);
