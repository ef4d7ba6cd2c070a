import { HostEmitter } from './strict.ts';

type Handler = (event: object, ...args: unknown[]) => unknown;

class IpcMain extends HostEmitter {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  static async answer(
    own: IpcMain,
    event: object,
    channel: string,
    args: readonly unknown[],
  ): Promise<unknown> {
    const handler = own.#handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return handler(event, ...args);
  }
}

export const ipcMain = new IpcMain();

/** Answers `ipcRenderer.invoke`. */
export const answerInvoke = (
  event: object,
  channel: string,
  args: readonly unknown[],
): Promise<unknown> => IpcMain.answer(ipcMain, event, channel, args);
