import { parseArgs } from 'node:util';
import type { MessagePortMain } from 'electron';
import { z } from 'zod';
import { invariant } from '#shared/assert.ts';
import { isMainOnly } from '#shared/ipc/contract.ts';
import { err } from '#shared/result.ts';
import { createApp } from '#core/app.ts';
import { forbidMemoryDumps } from '../main/memory-dumps.ts';
import { createPorts } from './ports.ts';

const Call = z.object({ id: z.number(), procedure: z.string(), input: z.unknown() });
type Call = z.infer<typeof Call>;

type Order =
  | { readonly type: 'connect' }
  | { readonly type: 'import'; readonly id: string }
  | ({ readonly type: 'ask' } & Call)
  | { readonly type: 'close' };

const { parentPort } = process;
const { values } = parseArgs({
  options: {
    'vault-folder': { type: 'string' },
    'spare-folder': { type: 'string' },
    locale: { type: 'string' },
  },
  strict: false,
});
const folder = values['vault-folder'];
invariant(typeof folder === 'string', 'main always names the folder of the vault');

forbidMemoryDumps();
const app = createApp(createPorts(folder, values['locale'], values['spare-folder']));

parentPort.on('message', ({ data, ports: [port] }) => {
  const order = data as Order;
  if (order.type === 'connect' && port !== undefined) connect(port);
  if (order.type === 'import' && port !== undefined) listenTo(order.id, port);
  if (order.type === 'ask') {
    void app.dispatch(order.procedure, order.input).then(reply => {
      parentPort.postMessage({ type: 'reply', id: order.id, reply });
    });
  }
  if (order.type === 'close') void app.close().finally(() => process.exit(0));
});

/**
 * A page asks directly, so that no passphrase passes through the main process, and of the letters
 * only what is printed or exported.
 */
function connect(port: MessagePortMain): void {
  const unsubscribe = app.onEvent(event => {
    port.postMessage({ event });
  });
  port.on('close', unsubscribe);
  port.on('message', ({ data }) => {
    const call = Call.safeParse(data);
    // The bridge writes nothing else; whatever did has no answer to wait for.
    if (!call.success) return;
    const { id, procedure, input } = call.data;
    if (isMainOnly(procedure)) {
      port.postMessage({ id, reply: err({ code: 'ipc.untrustedSender' }) });
      return;
    }
    void app.dispatch(procedure, input).then(reply => {
      port.postMessage({ id, reply });
    });
  });
  port.start();
}

/** What files from outside hold is checked by the contract, like all that others ask. */
function listenTo(id: string, port: MessagePortMain): void {
  port.on('message', ({ data }) => {
    void app.dispatch('imports.receive', { id, message: data as unknown }).then(reply => {
      port.postMessage(reply);
    });
  });
  port.start();
}
