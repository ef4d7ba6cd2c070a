import { HostEmitter } from './strict.ts';

interface Letter {
  readonly data: unknown;
  readonly ports: readonly MessagePortMain[];
}

/** Who receives for a port that was handed to another process. */
export interface PortTaker {
  readonly message: (letter: Letter) => void;
  readonly close: () => void;
}

/** One end of a channel, in the main process or, the same class, in a utility process. */
export class MessagePortMain extends HostEmitter {
  #peer: MessagePortMain | undefined;
  #waiting: Letter[] = [];
  #started = false;
  #closed = false;
  #taker: PortTaker | undefined;

  static pair(): { port1: MessagePortMain; port2: MessagePortMain } {
    const port1 = new MessagePortMain();
    const port2 = new MessagePortMain();
    port1.#peer = port2;
    port2.#peer = port1;
    return { port1, port2 };
  }

  /** Hands the port to `taker`: it can not be used here any more. */
  static handOver(port: MessagePortMain, taker: PortTaker): void {
    if (port.#taker !== undefined || port.#started) {
      throw new DOMException('Port is already in use.', 'DataCloneError');
    }
    port.#taker = taker;
    for (const letter of port.#waiting.splice(0)) taker.message(letter);
    if (port.#closed) taker.close();
  }

  /** Whether the other end was handed to another process. */
  static isFar(port: MessagePortMain): boolean {
    const peer = port.#peer;
    return peer !== undefined && peer.#taker !== undefined;
  }

  /** Passes on what the process that has the port now says; already a copy. */
  static passOn(port: MessagePortMain, letter: Letter): void {
    const peer = port.#peer;
    if (peer !== undefined) peer.#receive(letter);
  }

  postMessage(message: unknown, transfer: readonly MessagePortMain[] = []): void {
    const peer = this.#peer;
    if (this.#taker !== undefined || peer === undefined) return;
    peer.#receive({ data: structuredClone(message), ports: transfer });
  }

  start(): void {
    if (this.#started || this.#taker !== undefined) return;
    this.#started = true;
    for (const letter of this.#waiting.splice(0)) this.#deliver(letter);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    const peer = this.#peer;
    this.#peer = undefined;
    this.#announceClose();
    if (peer === undefined) return;
    peer.#peer = undefined;
    peer.#closed = true;
    peer.#announceClose();
  }

  #announceClose(): void {
    if (this.#taker === undefined) setImmediate(() => this.emit('close'));
    else this.#taker.close();
  }

  #receive(letter: Letter): void {
    if (this.#taker !== undefined) this.#taker.message(letter);
    else if (this.#started) this.#deliver(letter);
    else this.#waiting.push(letter);
  }

  #deliver(letter: Letter): void {
    setImmediate(() => this.emit('message', letter));
  }
}

export class MessageChannelMain {
  readonly port1: MessagePortMain;
  readonly port2: MessagePortMain;

  constructor() {
    const { port1, port2 } = MessagePortMain.pair();
    this.port1 = port1;
    this.port2 = port2;
  }
}
