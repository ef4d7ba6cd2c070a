import type { Readable, Writable } from 'node:stream';

export type Params = Record<string, unknown>;
type Listener = (params: Params) => void;

/** One conversation with Chromium: with the browser itself, or with one of its pages. */
export interface Line {
  readonly sessionId: string | undefined;
  readonly send: <T = Params>(method: string, params?: Params) => Promise<T>;
  readonly on: (event: string, listener: Listener) => void;
}

interface Pipe {
  readonly browser: Line;
  readonly session: (id: string) => Line;
  readonly drop: (id: string) => void;
}

interface Pending {
  readonly resolve: (value: never) => void;
  readonly reject: (reason: Error) => void;
  readonly method: string;
  readonly sessionId: string | undefined;
}

/** Chromium was closed or is gone. */
export class Disconnected extends Error {}

/** The DevTools protocol over two pipes: JSON messages that end in a NUL byte. */
export function openPipe(input: Writable, output: Readable, onClosed: () => void): Pipe {
  const pending = new Map<number, Pending>();
  const listeners = new Map<string | undefined, Map<string, Listener[]>>();
  let sent = 0;
  let closed = false;

  function line(sessionId: string | undefined): Line {
    const own = listeners.get(sessionId) ?? new Map<string, Listener[]>();
    listeners.set(sessionId, own);
    return {
      sessionId,
      send: <T>(method: string, params: Params = {}) =>
        new Promise<T>((resolve, reject) => {
          if (closed) {
            reject(new Disconnected(method));
            return;
          }
          const id = (sent += 1);
          pending.set(id, { resolve, reject, method, sessionId });
          input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
        }),
      on: (event, listener) => {
        own.set(event, [...(own.get(event) ?? []), listener]);
      },
    };
  }

  function receive(text: string): void {
    const message = JSON.parse(text) as {
      id?: number;
      method?: string;
      params?: Params;
      result?: unknown;
      error?: { message: string };
      sessionId?: string;
    };
    if (message.id === undefined) {
      const own = listeners.get(message.sessionId)?.get(message.method ?? '') ?? [];
      for (const listener of own) listener(message.params ?? {});
      return;
    }
    const asked = pending.get(message.id);
    pending.delete(message.id);
    if (message.error === undefined) asked?.resolve(message.result as never);
    else asked?.reject(new Error(`${asked.method}: ${message.error.message}`));
  }

  function fail(matches: (asked: Pending) => boolean): void {
    for (const [id, asked] of pending) {
      if (!matches(asked)) continue;
      pending.delete(id);
      asked.reject(new Disconnected(asked.method));
    }
  }

  const close = (): void => {
    if (closed) return;
    closed = true;
    fail(() => true);
    onClosed();
  };
  readMessages(output, receive);
  output.on('close', close);
  output.on('error', close);
  input.on('error', close);

  return {
    browser: line(undefined),
    session: line,
    drop(id) {
      listeners.delete(id);
      fail(asked => asked.sessionId === id);
    },
  };
}

function readMessages(output: Readable, receive: (text: string) => void): void {
  let parts: Buffer[] = [];
  output.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, from)) {
      parts.push(chunk.subarray(from, end));
      const text = Buffer.concat(parts).toString('utf8');
      parts = [];
      from = end + 1;
      receive(text);
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  });
}
