export interface Codec {
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
}

/**
 * Structured clones as text, for the protocol carries nothing else: undefined, bigints, dates, maps,
 * sets, bytes, errors, shared and circular references come out as they went in. The value must be
 * cloneable; `structuredClone` before encoding refuses what is not. Runs in Node and in the page.
 */
export function createCodec(): Codec {
  // Objects with a `$` are marks: { $: kind, v: content }.
  type Mark = { $: string; v?: unknown; k?: string };
  const isMark = (value: object): value is Mark => Object.hasOwn(value, '$');

  function toBase64(bytes: Uint8Array): string {
    if (typeof Buffer !== 'undefined') {
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
    }
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000) {
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    }
    return btoa(text);
  }

  function fromBase64(text: string): Uint8Array<ArrayBuffer> {
    if (typeof Buffer !== 'undefined') return new Uint8Array(Buffer.from(text, 'base64'));
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    // A call for each of the bytes of a long letter would be most of the time that it takes to come.
    for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
    return bytes;
  }

  const bytesOf = (view: ArrayBufferView) =>
    toBase64(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));

  function encode(root: unknown): string {
    const seen = new Map<object, number>();

    function number(value: number): unknown {
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
    }

    function plain(value: object): unknown {
      const entries = Object.entries(value).map(([key, item]) => [key, pack(item)] as const);
      return isMark(value) ? { $: 'object', v: entries } : Object.fromEntries(entries);
    }

    function object(value: object): unknown {
      if (Array.isArray(value)) return Array.from(value, pack);
      if (value instanceof Date) return { $: 'date', v: pack(value.getTime()) };
      if (value instanceof RegExp) return { $: 'regexp', v: value.source, k: value.flags };
      if (value instanceof Map) {
        return { $: 'map', v: [...value].map(([key, item]) => [pack(key), pack(item)]) };
      }
      if (value instanceof Set) return { $: 'set', v: [...value].map(pack) };
      if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(new Uint8Array(value)) };
      if (ArrayBuffer.isView(value)) {
        const kind = value.constructor.name === 'Buffer' ? 'Uint8Array' : value.constructor.name;
        return { $: 'view', v: bytesOf(value), k: kind };
      }
      if (value instanceof Error) {
        const { name, message, stack, cause } = value;
        return { $: 'error', v: [message, stack ?? null, pack(cause)], k: name };
      }
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
        throw new DOMException(`${value.constructor.name} could not be cloned.`, 'DataCloneError');
      }
      return plain(value);
    }

    function pack(value: unknown): unknown {
      if (value === undefined) return { $: 'undefined' };
      if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
      if (typeof value === 'number') return number(value);
      if (typeof value === 'function' || typeof value === 'symbol') {
        throw new DOMException(`${String(value)} could not be cloned.`, 'DataCloneError');
      }
      if (typeof value !== 'object' || value === null) return value;
      const index = seen.get(value);
      if (index !== undefined) return { $: 'again', v: index };
      seen.set(value, seen.size);
      return object(value);
    }

    return JSON.stringify(pack(root));
  }

  function decode(text: string): unknown {
    // Objects are numbered in the order they are met, the same on both sides.
    const seen: unknown[] = [];
    const remember = <T>(value: T): T => {
      seen.push(value);
      return value;
    };
    const views = { Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, DataView };
    const wide = { Int32Array, Uint32Array, Float32Array, Float64Array };
    const huge = { BigInt64Array, BigUint64Array };
    const viewKinds: Record<string, new (buffer: ArrayBuffer) => ArrayBufferView> = {
      ...views,
      ...wide,
      ...huge,
    };

    function marked({ $: kind, v, k = '' }: Mark): unknown {
      if (kind === 'undefined') return undefined;
      if (kind === 'bigint') return BigInt(v as string);
      if (kind === 'number') return Number(v);
      if (kind === 'again') return seen[v as number];
      if (kind === 'date') return remember(new Date(unpack(v) as number));
      if (kind === 'regexp') return remember(new RegExp(v as string, k));
      if (kind === 'buffer') return remember(fromBase64(v as string).buffer);
      if (kind === 'view') {
        const View = viewKinds[k] ?? Uint8Array;
        return remember(new View(fromBase64(v as string).buffer));
      }
      return container(kind, v as unknown[], k);
    }

    function container(kind: string, items: unknown[], name: string): unknown {
      if (kind === 'map') {
        const map = remember(new Map());
        for (const pair of items as [unknown, unknown][]) map.set(unpack(pair[0]), unpack(pair[1]));
        return map;
      }
      if (kind === 'set') {
        const set = remember(new Set());
        for (const item of items) set.add(unpack(item));
        return set;
      }
      if (kind === 'error') {
        const error = remember(new Error(items[0] as string));
        const cause = unpack(items[2]);
        Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
        Object.defineProperty(error, 'stack', { value: items[1] ?? undefined, configurable: true });
        return cause === undefined ? error : Object.assign(error, { cause });
      }
      const object = remember<Record<string, unknown>>({});
      for (const [key, item] of items as [string, unknown][]) {
        const own = { value: unpack(item), enumerable: true, configurable: true, writable: true };
        Object.defineProperty(object, key, own);
      }
      return object;
    }

    function unpack(value: unknown): unknown {
      if (typeof value !== 'object' || value === null) return value;
      if (!Array.isArray(value) && isMark(value)) return marked(value);
      remember(value);
      // In place: also an own key named `__proto__` stays an own key.
      const own = value as Record<string, unknown>;
      for (const key of Object.keys(own)) own[key] = unpack(own[key]);
      return own;
    }

    return unpack(JSON.parse(text));
  }

  return { encode, decode };
}
