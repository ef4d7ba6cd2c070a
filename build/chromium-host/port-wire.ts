import { MessagePortMain } from './message-port.ts';

type PortId = number | string;

/** What goes over the wire for ports, in both directions. */
export type WireMessage =
  | { readonly kind: 'port'; readonly id: PortId; readonly data: unknown; readonly ports: PortId[] }
  | { readonly kind: 'port-close'; readonly id: PortId };

/** The ports that were handed to one other process, over whatever connects us to it. */
export class PortWire {
  readonly #send: (message: WireMessage) => void;
  readonly #nextId: () => PortId;
  readonly #ports = new Map<PortId, MessagePortMain>();

  constructor(nextId: () => PortId, send: (message: WireMessage) => void) {
    this.#nextId = nextId;
    this.#send = send;
  }

  /** Hands ports over and returns the names they have on the wire. */
  pack(ports: readonly MessagePortMain[]): PortId[] {
    return ports.map(port => {
      const id = this.#nextId();
      this.#attach(id, port);
      return id;
    });
  }

  /** The ports that arrived under these names. */
  unpack(ids: readonly PortId[]): MessagePortMain[] {
    return ids.map(id => {
      const { port1, port2 } = MessagePortMain.pair();
      this.#attach(id, port1);
      return port2;
    });
  }

  receive(message: WireMessage): void {
    const port = this.#ports.get(message.id);
    if (port === undefined) return;
    if (message.kind === 'port') {
      MessagePortMain.passOn(port, { data: message.data, ports: this.unpack(message.ports) });
      return;
    }
    this.#ports.delete(message.id);
    port.close();
  }

  /** The other process is gone, and with it its ends. */
  closeAll(): void {
    const ports = [...this.#ports.values()];
    this.#ports.clear();
    for (const port of ports) port.close();
  }

  #attach(id: PortId, port: MessagePortMain): void {
    this.#ports.set(id, port);
    MessagePortMain.handOver(port, {
      message: ({ data, ports }) => {
        this.#send({ kind: 'port', id, data, ports: this.pack(ports) });
      },
      close: () => {
        if (this.#ports.delete(id)) this.#send({ kind: 'port-close', id });
      },
    });
  }
}
