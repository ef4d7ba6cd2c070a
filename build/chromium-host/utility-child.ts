import { PortWire } from './port-wire.ts';
import { HostEmitter } from './strict.ts';
import type { ChildMessage } from './utility-process.ts';

/** Runs first in every utility process: `process.parentPort`, as Electron gives it. */
class ParentPort extends HostEmitter {
  #waiting: object[] | undefined = [];

  constructor() {
    super();
    this.on('newListener', name => {
      if (name === 'message') setImmediate(() => this.#deliver());
    });
  }

  postMessage(data: unknown): void {
    send({ kind: 'message', data, ports: [] });
  }

  receive(event: object): void {
    if (this.#waiting === undefined) this.emit('message', event);
    else this.#waiting.push(event);
  }

  #deliver(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const event of waiting) this.emit('message', event);
  }
}

const send = (message: ChildMessage): void => {
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
};

let last = 0;
const wire = new PortWire(() => `child-${(last += 1)}`, send);
const parentPort = new ParentPort();

process.on('message', (message: ChildMessage) => {
  if (message.kind === 'message') {
    parentPort.receive({ data: message.data, ports: wire.unpack(message.ports) });
  } else wire.receive(message);
});
// Without the app there is no one to work for.
process.on('disconnect', () => process.exit());

Object.assign(process, { parentPort, type: 'utility' });
