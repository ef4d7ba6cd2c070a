export interface WorldLink {
  /** Calls the first function the other world offered. */
  readonly offer: (value: unknown) => unknown;
  readonly call: (id: number, args: readonly unknown[]) => unknown;
}

type Packed =
  | { readonly t: 'data'; readonly v: unknown }
  | { readonly t: 'function'; readonly id: number }
  | { readonly t: 'promise'; readonly id: number }
  | { readonly t: 'list'; readonly items: readonly Packed[] }
  | { readonly t: 'object'; readonly entries: readonly (readonly [string, Packed])[] };

type Outcome = { readonly ok: boolean; readonly value: Packed };
type Message =
  | { readonly kind: 'call'; readonly id: number; readonly args: readonly Packed[] }
  | ({ readonly kind: 'result' } & Outcome)
  | ({ readonly kind: 'settle'; readonly id: number } & Outcome);

/**
 * Lets the preload's world and the page's world call each other's functions, as Electron's
 * contextBridge does. The two share no object, only a private node of the document: details of its
 * events are cloned by the browser on the way across. Calls are synchronous; functions and promises
 * become stand-ins, everything else must be cloneable. Runs in both worlds of a page.
 */
export function createWorldLink(node: EventTarget, here: string, there: string): WorldLink {
  // Taken now, before any script of the page runs and could replace them.
  const { CustomEvent, Error, Map, Object, Promise, structuredClone } = globalThis;
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const promises = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  let result: Outcome | undefined;

  const tell = (detail: Message): void => {
    node.dispatchEvent(new CustomEvent(there, { detail }));
  };

  const isPlain = (value: object): boolean => {
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === null || Object.getPrototypeOf(prototype) === null;
  };

  function holdsLive(value: unknown, seen: Set<unknown>): boolean {
    if (typeof value === 'function' || value instanceof Promise) return true;
    if (typeof value !== 'object' || value === null || seen.has(value)) return false;
    seen.add(value);
    if (!Array.isArray(value) && !isPlain(value)) return false;
    return Object.values(value).some(item => holdsLive(item, seen));
  }

  function pack(value: unknown, depth = 0): Packed {
    if (depth > 100) throw new Error('Electron contextBridge recursion depth exceeded.');
    if (typeof value === 'function') {
      functions.set((last += 1), value as (...args: unknown[]) => unknown);
      return { t: 'function', id: last };
    }
    if (value instanceof Promise) {
      const id = (last += 1);
      value.then(
        (settled: unknown) => settle(id, true, settled),
        (reason: unknown) => settle(id, false, reason),
      );
      return { t: 'promise', id };
    }
    if (!holdsLive(value, new Set())) return { t: 'data', v: structuredClone(value) };
    if (Array.isArray(value)) return { t: 'list', items: value.map(v => pack(v, depth + 1)) };
    const entries = Object.entries(value as object);
    return { t: 'object', entries: entries.map(([key, v]) => [key, pack(v, depth + 1)]) };
  }

  function settle(id: number, ok: boolean, value: unknown): void {
    try {
      tell({ kind: 'settle', id, ok, value: pack(value) });
    } catch (error) {
      tell({ kind: 'settle', id, ok: false, value: pack(error) });
    }
  }

  function unpack(packed: Packed): unknown {
    if (packed.t === 'data') return packed.v;
    if (packed.t === 'function') {
      const { id } = packed;
      return (...args: unknown[]): unknown => call(id, args);
    }
    if (packed.t === 'promise') {
      const promise = Promise.withResolvers<unknown>();
      promises.set(packed.id, promise);
      return promise.promise;
    }
    if (packed.t === 'list') return packed.items.map(unpack);
    return Object.fromEntries(packed.entries.map(([key, value]) => [key, unpack(value)]));
  }

  function call(id: number, args: readonly unknown[]): unknown {
    tell({ kind: 'call', id, args: args.map(arg => pack(arg)) });
    const outcome = result;
    result = undefined;
    if (outcome === undefined) throw new Error('The other world did not answer.');
    const value = unpack(outcome.value);
    if (outcome.ok) return value;
    throw value;
  }

  function answer(id: number, args: readonly Packed[]): void {
    let outcome: Outcome;
    try {
      outcome = { ok: true, value: pack(functions.get(id)?.(...args.map(unpack))) };
    } catch (error) {
      outcome = { ok: false, value: pack(error) };
    }
    tell({ kind: 'result', ...outcome });
  }

  node.addEventListener(here, event => {
    const message = (event as CustomEvent<Message>).detail;
    if (message.kind === 'result') result = message;
    else if (message.kind === 'call') answer(message.id, message.args);
    else {
      const promise = promises.get(message.id);
      promises.delete(message.id);
      const value = unpack(message.value);
      if (message.ok) promise?.resolve(value);
      else promise?.reject(value);
    }
  });

  return { offer: pack, call };
}
