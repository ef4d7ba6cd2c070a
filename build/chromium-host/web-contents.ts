import type { Target } from './chromium/browser.ts';
import { editCommand, type EditCommand } from './editing.ts';
import type { MessagePortMain } from './message-port.ts';
import { openPage, type Page } from './page.ts';
import { createPageOwner, type OpenHandler, type PageState } from './page-owner.ts';
import { pagePdf, sendToPrinter, type PdfOptions, type PrintOptions } from './print.ts';
import { registry } from './registry.ts';
import { session as sessions, type Session } from './session.ts';
import { HostEmitter } from './strict.ts';
import { WebFrameMain } from './web-frame.ts';

export interface WebPreferences {
  readonly preload?: string;
  readonly session?: Session;
  readonly partition?: string;
  readonly javascript?: boolean;
  readonly [other: string]: unknown;
}

type Opener = () => Promise<Target>;

/** What Electron's documentation says of a window that asks for nothing. */
const DEFAULTS = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  javascript: true,
};

let lastId = 0;

export class WebContents extends HostEmitter {
  readonly id = (lastId += 1);
  readonly session: Session;
  readonly mainFrame = new WebFrameMain();
  readonly #preferences: WebPreferences;
  #page: Promise<Page> | undefined;
  readonly #open: Opener;
  readonly #asksClose: () => boolean;
  readonly #heard: (kind: string, args: readonly unknown[]) => void;
  readonly #state: PageState = {
    title: '',
    isLoading: false,
    isLeaving: false,
    openHandler: undefined,
  };
  #destroyed = false;
  #zoomLevel = 0;

  constructor(
    preferences: WebPreferences,
    open: Opener,
    asksClose: () => boolean,
    heard: (kind: string, args: readonly unknown[]) => void,
  ) {
    super();
    this.#preferences = preferences;
    this.#open = open;
    this.#asksClose = asksClose;
    this.#heard = heard;
    this.session =
      preferences.session ??
      (preferences.partition === undefined
        ? sessions.defaultSession
        : sessions.fromPartition(preferences.partition));
    registry.contents.add(this);
  }

  getURL = (): string => this.mainFrame.url;
  getTitle = (): string => this.#state.title;
  isLoading = (): boolean => this.#state.isLoading;
  isDestroyed = (): boolean => this.#destroyed;
  isFocused = (): boolean => registry.focused === this;
  getLastWebPreferences = (): object => ({ ...DEFAULTS, ...this.#preferences });
  getZoomLevel = (): number => this.#zoomLevel;

  get zoomLevel(): number {
    return this.#zoomLevel;
  }

  set zoomLevel(level: number) {
    this.setZoomLevel(level);
  }

  async loadURL(url: string): Promise<void> {
    const { channel, navigation } = await this.#opened();
    this.#state.isLeaving = true;
    try {
      await channel.tellNow('may-close', true);
      await navigation.load(url);
    } catch (error) {
      this.emit('did-fail-load', {}, -2, String(error), url, true);
      throw error;
    } finally {
      this.#state.isLeaving = false;
    }
  }

  reload(): void {
    this.#with(({ navigation }) => navigation.reload());
  }

  send(channel: string, ...args: unknown[]): void {
    const cloned = structuredClone(args);
    this.#with(page => {
      page.channel.emit(channel, cloned);
    });
  }

  postMessage(channel: string, message: unknown, transfer: readonly MessagePortMain[] = []): void {
    const cloned = structuredClone(message);
    this.#with(page => {
      page.channel.emit(channel, [cloned], transfer);
    });
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#state.openHandler = handler;
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const { line } = await this.#opened();
    const { result, exceptionDetails } = await line.send<{
      result: { value?: unknown };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    }>('Runtime.evaluate', {
      expression: code,
      userGesture,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails === undefined) return result.value;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }

  async printToPDF(options: PdfOptions = {}): Promise<Buffer> {
    return pagePdf((await this.#opened()).line, options);
  }

  print(options: PrintOptions = {}, callback?: (ok: boolean, reason: string) => void): void {
    const printed = this.printToPDF({ preferCSSPageSize: true, ...options })
      .then(pdf => sendToPrinter(pdf, options))
      .catch((error: unknown) => String(error));
    void printed.then(reason => callback?.(reason === undefined, reason ?? ''));
  }

  async capturePage() {
    const { line } = await this.#opened();
    const { data } = await line.send<{ data: string }>('Page.captureScreenshot');
    const png = Buffer.from(data, 'base64');
    // Width and height stand at a fixed place of every PNG.
    const size = { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
    return {
      toPNG: () => png,
      toDataURL: () => `data:image/png;base64,${data}`,
      getSize: () => size,
      isEmpty: () => false,
    };
  }

  setZoomLevel(level: number): void {
    this.#zoomLevel = level;
    this.#with(page => this.#applyZoom(page));
  }

  focus(): void {
    this.#with(({ line }) => line.send('Page.bringToFront'));
  }

  // Real Electron's switches for what a page of the host never gets.
  setWebRTCIPHandlingPolicy(_policy: string): void {}
  async setVisualZoomLevelLimits(_least: number, _most: number): Promise<void> {}
  closeDevTools(): void {}
  isDevToolsOpened = (): boolean => false;

  undo = (): void => this.#edit('undo');
  redo = (): void => this.#edit('redo');
  cut = (): void => this.#edit('cut');
  copy = (): void => this.#edit('copy');
  paste = (): void => this.#edit('paste');
  pasteAndMatchStyle = (): void => this.#edit('pasteAndMatchStyle');
  selectAll = (): void => this.#edit('selectAll');
  delete = (): void => this.#edit('delete');

  /** For the host: tells the page something, once it is there. */
  static tell(contents: WebContents, ...message: readonly unknown[]): void {
    contents.#with(({ channel }) => {
      channel.tell(...message);
    });
  }

  /** For the host: opens the page if it is not open yet. */
  static page(contents: WebContents): Promise<Page> {
    return contents.#opened();
  }

  /** For the host: the window is gone. */
  static destroy(contents: WebContents): void {
    if (contents.#destroyed) return;
    contents.#destroyed = true;
    registry.contents.delete(contents);
    contents.emit('destroyed');
  }

  #edit(command: EditCommand): void {
    this.#with(({ line }) => editCommand(line, command));
  }

  #with(work: (page: Page) => unknown): void {
    void this.#opened()
      .then(work)
      .catch((error: unknown) => {
        if (!this.#destroyed) console.error(error);
      });
  }

  #opened(): Promise<Page> {
    if (this.#destroyed) return Promise.reject(new Error('Object has been destroyed'));
    this.#page ??= this.#openPage();
    return this.#page;
  }

  async #openPage(): Promise<Page> {
    const target = await this.#open();
    const { preload, javascript } = this.#preferences;
    return openPage(target, createPageOwner(this, this.#state, this.#heard), {
      preload,
      javascript: javascript !== false,
      guardsClose: this.#asksClose(),
    });
  }

  async #applyZoom({ line }: Page): Promise<void> {
    const factor = 1.2 ** this.#zoomLevel;
    const expression = `document.documentElement.style.zoom = ${factor === 1 ? "''" : factor}`;
    await line.send('Runtime.evaluate', { expression });
  }
}

export const webContents = {
  getAllWebContents: (): WebContents[] => [...registry.contents],
  fromId: (id: number): WebContents | undefined =>
    [...registry.contents].find(own => own.id === id),
  getFocusedWebContents: (): WebContents | null => registry.focused ?? null,
};
