import { registerScheme } from './address.ts';
import type { PageRequest } from './chromium/requests.ts';
import { HostEmitter, strict } from './strict.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type BeforeRequest = (details: object, decide: (response: { cancel?: boolean }) => void) => void;

const RESOURCE_TYPES: Readonly<Record<string, string>> = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Media: 'media',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  WebSocket: 'webSocket',
};

class Protocol extends HostEmitter {
  readonly #handlers = new Map<string, Handler>();

  handle(scheme: string, handler: Handler): void {
    registerScheme(scheme);
    this.#handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    this.#handlers.delete(scheme);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme);
  }

  registerSchemesAsPrivileged(schemes: readonly { scheme: string }[]): void {
    for (const { scheme } of schemes) registerScheme(scheme);
  }

  static handlerOf(protocol: Protocol, scheme: string): Handler | undefined {
    return protocol.#handlers.get(scheme);
  }
}

class WebRequest extends HostEmitter {
  #listener: BeforeRequest | undefined;

  onBeforeRequest(first: object | BeforeRequest | null, second?: BeforeRequest | null): void {
    const listener = second === undefined ? first : second;
    this.#listener = (listener as BeforeRequest | null) ?? undefined;
  }

  static async isCancelled(webRequest: WebRequest, details: object): Promise<boolean> {
    const listener = webRequest.#listener;
    if (listener === undefined) return false;
    const { cancel } = await new Promise<{ cancel?: boolean }>(resolve => {
      listener(details, resolve);
    });
    return cancel === true;
  }
}

/** Answers the requests of its pages from the app's own handlers. Nothing else is ever asked. */
export class Session extends HostEmitter {
  readonly protocol = new Protocol();
  readonly webRequest = new WebRequest();
  readonly #partition: string;

  constructor(partition: string) {
    super();
    this.#partition = partition;
  }

  get storagePath(): string | null {
    return this.#partition.startsWith('persist:') ? this.#partition : null;
  }

  isPersistent(): boolean {
    return this.#partition.startsWith('persist:');
  }

  // Every permission is refused by the profile that Chromium starts with, whatever the app says.
  setPermissionRequestHandler(_handler: unknown): void {}
  setPermissionCheckHandler(_handler: unknown): void {}

  // What these would allow is not there at all: devices, capture, dictionaries, a network.
  setDevicePermissionHandler(_handler: unknown): void {}
  setDisplayMediaRequestHandler(_handler: unknown, _options?: unknown): void {}
  setUSBProtectedClassesHandler(_handler: unknown): void {}
  setBluetoothPairingHandler(_handler: unknown): void {}
  setSpellCheckerEnabled(_isEnabled: boolean): void {}
  setSpellCheckerLanguages(_languages: readonly string[]): void {}
  async setProxy(_config: object): Promise<void> {}
  async clearStorageData(_options?: object): Promise<void> {}
  async clearCache(): Promise<void> {}

  isSpellCheckerEnabled(): boolean {
    return false;
  }

  static async answer(
    session: Session,
    request: PageRequest,
    contentsId: number,
  ): Promise<Response | 'refuse'> {
    const { url, method, headers, resourceType, postData } = request;
    const type = RESOURCE_TYPES[resourceType] ?? 'other';
    const details = { url, method, resourceType: type, webContentsId: contentsId, referrer: '' };
    const scheme = url.slice(0, url.indexOf(':'));
    const handler = Protocol.handlerOf(session.protocol, scheme);
    if (await WebRequest.isCancelled(session.webRequest, details)) return 'refuse';
    if (handler === undefined) return 'refuse';
    const body = method === 'GET' || method === 'HEAD' ? {} : { body: postData ?? '' };
    return handler(new Request(url, { method, headers, ...body }));
  }
}

const sessions = new Map<string, Session>();

function fromPartition(partition: string): Session {
  const known = sessions.get(partition) ?? new Session(partition);
  sessions.set(partition, known);
  return known;
}

export const session = strict('session', {
  fromPartition: (partition: string, _options?: object) => fromPartition(partition),
  get defaultSession() {
    return fromPartition('');
  },
});

export const protocol = session.defaultSession.protocol;
