import { app } from './app.ts';
import { shownBrowser, unseenBrowser } from './browsers.ts';
import type { Browser, Target } from './chromium/browser.ts';
import { dialogAnswered } from './dialog-answers.ts';
import { menuShortcuts, performShortcut, type Menu } from './menu.ts';
import { hostOptions } from './options.ts';
import type { Page } from './page.ts';
import { registry } from './registry.ts';
import { HostEmitter } from './strict.ts';
import { WebContents, type WebPreferences } from './web-contents.ts';
import { WindowFrame, type Bounds } from './window-frame.ts';

interface Options extends Partial<Bounds> {
  readonly show?: boolean;
  readonly title?: string;
  readonly webPreferences?: WebPreferences;
  readonly [other: string]: unknown;
}

let lastId = 0;

export class BrowserWindow extends HostEmitter {
  readonly id = (lastId += 1);
  readonly webContents: WebContents;
  readonly #frame: WindowFrame;
  readonly #isPlaced: boolean;
  readonly #isUnseen: boolean;
  #target: { browser: Browser; target: Target } | undefined;
  #title: string;
  #isVisible: boolean;
  #isFocused = false;
  #isReady = false;
  #isDestroyed = false;
  #isProtected = false;

  constructor(options: Options = {}) {
    super();
    const { show = true, title = app.getName(), x, y, width = 800, height = 600 } = options;
    this.#title = title;
    this.#isVisible = show;
    // The first window is Chromium's own; a later one that is not shown is for printing.
    this.#isUnseen = !show && registry.windows.size > 0;
    this.#isPlaced = x !== undefined && y !== undefined;
    this.#frame = new WindowFrame({ x: x ?? 10, y: y ?? 10, width, height });
    this.webContents = new WebContents(
      options.webPreferences ?? {},
      () => this.#open(),
      () => !hostOptions().headless && !this.#isUnseen,
      (kind, args) => {
        this.#hear(kind, args);
      },
    );
    registry.windows.add(this);
    app.emit('web-contents-created', {}, this.webContents);
    app.emit('browser-window-created', {}, this);
    if (!this.#isUnseen) void WebContents.page(this.webContents).catch(() => {});
  }

  static getAllWindows(): BrowserWindow[] {
    return [...registry.windows];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find(own => own.isFocused()) ?? null;
  }

  static fromId(id: number): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find(own => own.id === id) ?? null;
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find(own => own.webContents === contents) ?? null;
  }

  loadURL = (url: string): Promise<void> => this.webContents.loadURL(url);
  reload = (): void => this.webContents.reload();
  isDestroyed = (): boolean => this.#isDestroyed;
  isVisible = (): boolean => this.#isVisible && !this.isMinimized();
  isFocused = (): boolean => this.#isFocused;
  isMinimized = (): boolean => this.#frame.state === 'minimized';
  isMaximized = (): boolean => this.#frame.state === 'maximized';
  isFullScreen = (): boolean => this.#frame.state === 'fullscreen';
  isContentProtected = (): boolean => this.#isProtected;
  getTitle = (): string => this.#title;
  getBounds = (): Bounds => this.#frame.bounds;
  getNormalBounds = (): Bounds => this.#frame.bounds;
  getContentBounds = (): Bounds => this.#frame.bounds;
  getSize = (): [number, number] => [this.#frame.bounds.width, this.#frame.bounds.height];
  minimize = (): void => this.#frame.setState('minimized');
  maximize = (): void => this.#frame.setState('maximized');
  unmaximize = (): void => this.#frame.setState('normal');
  restore = (): void => this.#frame.setState('normal');
  setFullScreen = (isFull: boolean): void => this.#frame.setState(isFull ? 'fullscreen' : 'normal');

  // Chromium's window has no menu bar, takes its title from the page and can not hide from capture.
  setMenu(_menu: Menu | null): void {}
  removeMenu(): void {}
  setMenuBarVisibility(_isVisible: boolean): void {}
  setAutoHideMenuBar(_hides: boolean): void {}
  setBackgroundColor(_colour: string): void {}
  setMinimumSize(_width: number, _height: number): void {}

  setContentProtection(isProtected: boolean): void {
    this.#isProtected = isProtected;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  setBounds(bounds: Partial<Bounds>): void {
    this.#frame.place(bounds);
    this.emit('resize');
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  show(): void {
    if (this.#isUnseen)
      throw new Error('The Chromium host prints in this window and can not show it.');
    const wasHidden = !this.#isVisible;
    this.#isVisible = true;
    if (this.isMinimized()) this.restore();
    if (wasHidden) this.emit('show');
    this.focus();
  }

  hide(): void {
    this.#isVisible = false;
    if (!this.#isUnseen) this.minimize();
    this.emit('hide');
  }

  focus(): void {
    if (!this.#isUnseen) this.webContents.focus();
    this.#setFocused(true);
  }

  blur(): void {
    this.#setFocused(false);
  }

  /** Asks the app; it closes unless a listener of `close` prevents it. */
  close(): void {
    if (!this.#isDestroyed && !this.emitPreventable('close')) this.destroy();
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    const open = this.#target;
    open?.browser.line.send('Target.closeTarget', { targetId: open.target.id }).catch(() => {});
    this.#gone();
  }

  async #open(): Promise<Target> {
    const browser = await (this.#isUnseen ? unseenBrowser : shownBrowser)(app.getName());
    const first = this.#isUnseen ? undefined : browser.targets.takeFirst();
    const target = first ?? (await browser.targets.create(!this.#isUnseen));
    this.#target = { browser, target };
    if (this.#isDestroyed) void browser.line.send('Target.closeTarget', { targetId: target.id });
    if (!this.#isUnseen) this.#frame.attach(browser, target, this.#isPlaced);
    void target.gone.then(() => {
      this.#goneByItself();
    });
    return target;
  }

  /** Chromium closed the window without asking, or ended. */
  #goneByItself(): void {
    if (this.#isDestroyed) return;
    this.emitPreventable('close');
    this.#gone();
  }

  #gone(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    registry.windows.delete(this);
    this.#setFocused(false);
    WebContents.destroy(this.webContents);
    this.emit('closed');
    app.windowClosed();
  }

  #hear(kind: string, args: readonly unknown[]): void {
    if (kind === 'hello') WebContents.tell(this.webContents, 'shortcuts', menuShortcuts());
    else if (kind === 'loaded') this.#becomeReady();
    else if (kind === 'bounds') this.#learnBounds(args[0] as Bounds);
    else if (kind === 'focus') this.#setFocused(args[0] === true);
    else if (kind === 'shortcut') performShortcut(Number(args[0]), this);
    else if (kind === 'dialog') this.#answerDialog(args[0] as Page, String(args[1]));
    else if (kind === 'answer') dialogAnswered(Number(args[0]), args[1]);
    else if (kind === 'title' && !this.emitPreventable('page-title-updated', {}, args[0], false)) {
      this.#title = String(args[0]);
    }
  }

  #becomeReady(): void {
    if (this.#isReady) return;
    this.#isReady = true;
    this.emit('ready-to-show');
  }

  #learnBounds(bounds: Bounds): void {
    const { moved, resized } = this.#frame.learn(bounds);
    if (moved) this.emit('move');
    if (resized) this.emit('resize');
  }

  #setFocused(isFocused: boolean): void {
    if (isFocused === this.#isFocused) return;
    this.#isFocused = isFocused;
    if (isFocused) registry.focused = this.webContents;
    else if (registry.focused === this.webContents) registry.focused = undefined;
    this.emit(isFocused ? 'focus' : 'blur');
    app.emit(isFocused ? 'browser-window-focus' : 'browser-window-blur', {}, this);
  }

  /** A person closes the window: the app may say no. Dialogs of the page itself are not shown. */
  #answerDialog({ line }: Page, kind: string): void {
    const accept =
      kind === 'leaving' || (kind === 'beforeunload' && !this.emitPreventable('close'));
    line.send('Page.handleJavaScriptDialog', { accept }).catch(() => {
      // Whoever else drives the page answered first.
    });
    if (accept && kind === 'beforeunload') this.destroy();
  }
}
