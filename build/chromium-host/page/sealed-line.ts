import type { Codec } from './clone-codec.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What goes over a line that is sealed: first a public key each way, then only boxes. */
interface Key {
  readonly sealKey: Bytes;
}
interface Box {
  readonly sealed: Bytes;
}

export interface SealedLine {
  /** Begins to seal, for the end that knows that the other one can. */
  readonly begin: () => void;
  readonly say: (data: unknown) => void;
  readonly heard: (data: unknown) => void;
}

interface Line {
  readonly send: (data: unknown) => void;
  readonly deliver: (data: unknown) => void;
}

/**
 * One end of a port between two processes that are not ours alone. In Electron such a port leads
 * from one to the other; here its messages pass through the main process and Chromium, which outlive
 * a lock. So both ends agree on a key that only they have, and what lies in between is noise. Runs
 * in Node and in the page.
 */
export function createSealedLine({ encode, decode }: Codec, { send, deliver }: Line): SealedLine {
  const { subtle } = crypto;
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const NONCE = 12;
  const shared = Promise.withResolvers<CryptoKey>();
  let own: Promise<CryptoKeyPair> | undefined;
  // One after the other, in both directions: a port keeps the order of its messages.
  let outgoing = Promise.resolve();
  let incoming = Promise.resolve();

  const isKey = (data: unknown): data is Key =>
    typeof data === 'object' && data !== null && 'sealKey' in data;
  const isBox = (data: unknown): data is Box =>
    own !== undefined && typeof data === 'object' && data !== null && 'sealed' in data;

  function begin(): void {
    if (own !== undefined) return;
    const pair = subtle.generateKey(curve, false, ['deriveKey']);
    own = pair;
    outgoing = outgoing.then(async () => {
      const raw = await subtle.exportKey('raw', (await pair).publicKey);
      send({ sealKey: new Uint8Array(raw) });
    });
  }

  async function meet({ sealKey }: Key): Promise<void> {
    begin();
    const other = await subtle.importKey('raw', sealKey, curve, false, []);
    const secret = (await own)?.privateKey;
    if (secret === undefined) return;
    const made = { name: 'ECDH', public: other };
    const cipher = { name: 'AES-GCM', length: 256 };
    shared.resolve(await subtle.deriveKey(made, secret, cipher, false, ['encrypt', 'decrypt']));
  }

  async function close(data: unknown): Promise<Box> {
    const key = await shared.promise;
    const iv = crypto.getRandomValues(new Uint8Array(NONCE));
    const plain = new TextEncoder().encode(encode(data));
    const box = new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv }, key, plain));
    const sealed = new Uint8Array(NONCE + box.length);
    sealed.set(iv);
    sealed.set(box, NONCE);
    return { sealed };
  }

  async function open({ sealed }: Box): Promise<unknown> {
    const key = await shared.promise;
    const iv = sealed.slice(0, NONCE);
    const plain = await subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed.slice(NONCE));
    return decode(new TextDecoder().decode(plain));
  }

  return {
    begin,
    say(data) {
      const isSealed = own !== undefined;
      outgoing = outgoing.then(async () => {
        send(isSealed ? await close(data) : data);
      });
    },
    heard(data) {
      incoming = incoming.then(async () => {
        if (isKey(data)) await meet(data);
        else deliver(isBox(data) ? await open(data) : data);
      });
    },
  };
}
