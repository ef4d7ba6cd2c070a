import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type MessagePortMain } from './message-port.ts';
import { PortWire, type WireMessage } from './port-wire.ts';
import { HostEmitter, strict } from './strict.ts';

export type ChildMessage =
  | { readonly kind: 'message'; readonly data: unknown; readonly ports: (number | string)[] }
  | WireMessage;

interface ForkOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly execArgv?: string[];
  readonly cwd?: string;
  readonly stdio?: 'pipe' | 'ignore' | 'inherit';
  readonly serviceName?: string;
}

const CHILD = fileURLToPath(new URL('utility-child.ts', import.meta.url));

const running = new Set<ChildProcess>();

/** No child outlives the app, however it ends. */
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

class UtilityProcess extends HostEmitter {
  readonly #child: ChildProcess;
  readonly #wire: PortWire;
  readonly #serviceName: string;

  constructor(module: string, args: readonly string[], options: ForkOptions) {
    super();
    this.#serviceName = options.serviceName ?? 'Node Utility Process';
    const stdio = options.stdio ?? 'inherit';
    const child = fork(module, args, {
      execArgv: ['--import', CHILD, ...(options.execArgv ?? [])],
      env: options.env ?? process.env,
      serialization: 'advanced',
      stdio: ['ignore', stdio, stdio, 'ipc'],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    this.#child = child;
    running.add(child);
    let last = 0;
    this.#wire = new PortWire(
      () => (last += 1),
      message => {
        this.#send(message);
      },
    );
    child.on('spawn', () => this.emit('spawn'));
    child.on('message', (message: ChildMessage) => {
      if (message.kind === 'message') this.emit('message', message.data);
      else this.#wire.receive(message);
    });
    child.on('error', error => this.emit('error', 'FatalError', '', String(error)));
    child.on('exit', (code, signal) => {
      running.delete(child);
      this.#wire.closeAll();
      this.emit('exit', code ?? (signal === null ? 1 : 128 + 9));
    });
  }

  get pid(): number | undefined {
    return running.has(this.#child) ? this.#child.pid : undefined;
  }

  get stdout() {
    return this.#child.stdout;
  }

  get stderr() {
    return this.#child.stderr;
  }

  get serviceName(): string {
    return this.#serviceName;
  }

  postMessage(message: unknown, transfer: readonly MessagePortMain[] = []): void {
    this.#send({ kind: 'message', data: message, ports: this.#wire.pack(transfer) });
  }

  kill(): boolean {
    return this.#child.kill('SIGKILL');
  }

  #send(message: ChildMessage): void {
    // A message to a process that is just ending is lost, as in Electron; `exit` tells of it.
    if (this.#child.connected) this.#child.send(message, () => {});
  }
}

export const utilityProcess = strict('utilityProcess', {
  fork: (module: string, args: readonly string[] = [], options: ForkOptions = {}) =>
    new UtilityProcess(module, args, options),
});
