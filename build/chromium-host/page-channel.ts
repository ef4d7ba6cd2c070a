import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Line } from './chromium/pipe.ts';
import { MessagePortMain } from './message-port.ts';
import { createCodec } from './page/clone-codec.ts';
import { mainWorldSource, preloadSource } from './page/source.ts';
import { PortWire, type WireMessage } from './port-wire.ts';

const { encode, decode } = createCodec();

interface Called {
  readonly name: string;
  readonly payload: string;
  readonly executionContextId: number;
}

/** What the preload's world tells the host; `hello` is answered here. */
export interface PageNews {
  readonly hello: (url: string) => void;
  readonly send: (channel: string, args: unknown[]) => void;
  readonly invoke: (channel: string, args: unknown[]) => Promise<unknown>;
  readonly other: (kind: string, ...args: unknown[]) => void;
}

/** The line between the main process and the preload of one page. */
export class PageChannel {
  readonly #line: Line;
  readonly #news: PageNews;
  /** Not to be guessed by the page, although its world can not see them anyway. */
  readonly #binding = `host${randomBytes(12).toString('hex')}`;
  readonly #world = `preload-${this.#binding}`;
  #context: number | undefined;
  #unsent: string[] = [];
  #wire: PortWire;
  #lastPort = 0;

  constructor(line: Line, news: PageNews) {
    this.#line = line;
    this.#news = news;
    this.#wire = this.#newWire();
    line.on('Runtime.bindingCalled', params => {
      const { name, payload, executionContextId } = params as unknown as Called;
      if (name === this.#binding) this.#hear(executionContextId, payload);
    });
    line.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#context) this.#forget();
    });
    line.on('Runtime.executionContextsCleared', () => {
      this.#forget();
    });
  }

  /** Puts the preload before every page from now on. */
  async install(preload: string | undefined, guardsClose: boolean): Promise<void> {
    const handshake = randomBytes(12).toString('hex');
    const config = { binding: this.#binding, handshake, platform: process.platform, guardsClose };
    const script = preload === undefined ? '' : readFileSync(preload, 'utf8');
    // In this order: the preload's world must be listening when the page's world shakes hands.
    await Promise.all([
      this.#line.send('Runtime.addBinding', {
        name: this.#binding,
        executionContextName: this.#world,
      }),
      this.#line.send('Page.addScriptToEvaluateOnNewDocument', {
        worldName: this.#world,
        source: preloadSource(config, script),
      }),
      this.#line.send('Page.addScriptToEvaluateOnNewDocument', {
        source: mainWorldSource(handshake),
      }),
    ]);
  }

  emit(channel: string, args: readonly unknown[], ports: readonly MessagePortMain[] = []): void {
    const cloned = structuredClone(args);
    this.tell('emit', channel, cloned, this.#nameAll(ports));
  }

  /** Tells the page; what is said between two pages waits for the second. */
  tell(...message: readonly unknown[]): void {
    const text = encode(message);
    if (this.#context === undefined) this.#unsent.push(text);
    else void this.#push(text);
  }

  /** Like `tell`, but only for the page that is there now; resolves when it has heard. */
  async tellNow(...message: readonly unknown[]): Promise<void> {
    if (this.#context !== undefined) await this.#push(encode(message));
  }

  close(): void {
    this.#forget();
  }

  async #push(text: string): Promise<void> {
    const expression = `${this.#binding}Receive(${JSON.stringify(text)})`;
    const contextId = this.#context;
    await this.#line.send('Runtime.evaluate', { expression, contextId, silent: true }).catch(() => {
      // The page is just going; what it would have heard concerns it no more.
    });
  }

  #hear(context: number, payload: string): void {
    const [kind, ...args] = decode(payload) as [string, ...unknown[]];
    if (kind === 'hello') {
      if (this.#context !== undefined) this.#forget();
      this.#context = context;
      this.#news.hello(args[0] as string);
      for (const text of this.#unsent.splice(0)) void this.#push(text);
      return;
    }
    // A page that was left may still be talking.
    if (context !== this.#context) return;
    if (kind === 'invoke') void this.#answer(...(args as [number, string, unknown[]]));
    else if (kind === 'send') this.#news.send(...(args as [string, unknown[]]));
    else if (kind === 'port' || kind === 'port-close') this.#hearPort(kind, args);
    else this.#news.other(kind, ...args);
  }

  #hearPort(kind: WireMessage['kind'], [id, data]: readonly unknown[]): void {
    const name = id as number;
    this.#wire.receive(kind === 'port' ? { kind, id: name, data, ports: [] } : { kind, id: name });
  }

  async #answer(id: number, channel: string, args: unknown[]): Promise<void> {
    const context = this.#context;
    const [ok, value] = await this.#news
      .invoke(channel, args)
      .then(
        (result): [boolean, unknown] => [true, structuredClone(result)],
        (error: unknown): [boolean, unknown] => [false, String(error)],
      )
      .catch((error: unknown): [boolean, unknown] => [false, String(error)]);
    if (context !== this.#context) return;
    const failed = `Error invoking remote method '${channel}': ${String(value)}`;
    this.tell('reply', id, ok, ok ? value : failed);
  }

  #nameAll(ports: readonly MessagePortMain[]): object[] {
    const far = ports.map(port => MessagePortMain.isFar(port));
    return this.#wire.pack(ports).map((id, index) => ({ id, isFar: far[index] }));
  }

  #newWire(): PortWire {
    return new PortWire(
      () => (this.#lastPort += 1),
      message => {
        const names = (ids: readonly unknown[]) => ids.map(id => ({ id, isFar: false }));
        if (message.kind === 'port') {
          this.tell('port', message.id, message.data, names(message.ports));
        } else this.tell('port-close', message.id);
      },
    );
  }

  /** The page is gone, and with it its ends of all ports. */
  #forget(): void {
    this.#context = undefined;
    const wire = this.#wire;
    this.#wire = this.#newWire();
    wire.closeAll();
  }
}
