import { EventEmitter } from 'node:events';

const missing = (name: string): Error =>
  new Error(`electron's ${name} is not part of the Chromium host (build/chromium-host)`);

/** Asked of any object by Node, by `await` and by test runners, which is no use of the API. */
const ASKED_OF_ALL = new Set([
  'then',
  'toJSON',
  'domain',
  'inspect',
  'nodeType',
  'asymmetricMatch',
]);

const isUse = (key: string | symbol): key is string =>
  typeof key === 'string' && !key.startsWith('_') && !ASKED_OF_ALL.has(key);

/** The object itself, except that what it does not have throws and says what is missing. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(own, key) {
      if (!(key in own) && isUse(key)) throw missing(`${name}.${key}`);
      // Read from the object itself, so that getters find its private fields.
      const value: unknown = Reflect.get(own, key, own);
      return value;
    },
  });
}

/** A part of Electron that the app does not use; every touch says so. */
export function absent(name: string): never {
  const touch = () => {
    throw missing(name);
  };
  return new Proxy(function absentApi() {}, {
    get: (_target, key) => (isUse(key) ? touch() : undefined),
    apply: touch,
    construct: touch,
  }) as never;
}

/** What `preventDefault` of a listener did to an event of the main process. */
export interface HostEvent {
  readonly preventDefault: () => void;
  readonly defaultPrevented: boolean;
}

/** The base of every class of the host: an emitter that names what it does not have. */
export class HostEmitter extends EventEmitter {
  /** Emits an event whose listeners may prevent it; says whether one did. */
  emitPreventable(name: string, details: object = {}, ...args: unknown[]): boolean {
    let prevented = false;
    const event = {
      ...details,
      preventDefault() {
        prevented = true;
      },
      get defaultPrevented() {
        return prevented;
      },
    } satisfies HostEvent;
    this.emit(name, event, ...args);
    return prevented;
  }
}

Object.setPrototypeOf(
  HostEmitter.prototype,
  new Proxy(EventEmitter.prototype, {
    get(target, key, receiver: object) {
      if (!(key in target) && isUse(key)) throw missing(`${receiver.constructor.name}.${key}`);
      return Reflect.get(target, key, receiver) as unknown;
    },
  }),
);
