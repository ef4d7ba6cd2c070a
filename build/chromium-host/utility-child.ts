import { createCodec } from './page/clone-codec.ts';
import { createSealedLine, type SealedLine } from './page/sealed-line.ts';
import { PortWire, type WireMessage } from './port-wire.ts';
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
const wire = new PortWire(
  () => `child-${(last += 1)}`,
  message => {
    if (message.kind === 'port-close' || message.ports.length > 0) send(message);
    else lineOf(message.id).say(message.data);
  },
);
const parentPort = new ParentPort();
const codec = createCodec();
const lines = new Map<WireMessage['id'], SealedLine>();

/** The line of a port; it is sealed as soon as a page at its other end asks for it. */
function lineOf(id: WireMessage['id']): SealedLine {
  const known = lines.get(id);
  if (known !== undefined) return known;
  const line = createSealedLine(codec, {
    send: data => {
      send({ kind: 'port', id, data, ports: [] });
    },
    deliver: data => {
      wire.receive({ kind: 'port', id, data, ports: [] });
    },
  });
  lines.set(id, line);
  return line;
}

process.on('message', (message: ChildMessage) => {
  if (message.kind === 'message') {
    parentPort.receive({ data: message.data, ports: wire.unpack(message.ports) });
  } else if (message.kind === 'port' && message.ports.length === 0) {
    lineOf(message.id).heard(message.data);
  } else {
    if (message.kind === 'port-close') lines.delete(message.id);
    wire.receive(message);
  }
});
// Without the app there is no one to work for.
process.on('disconnect', () => process.exit());

Object.assign(process, { parentPort, type: 'utility' });
