import { spawn } from 'node:child_process';
import { homedir, tmpdir } from 'node:os';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { killBrowsers, shownBrowser } from './browsers.ts';
import { commandLine } from './command-line.ts';
import { hostOptions } from './options.ts';
import { registry } from './registry.ts';
import { requestLock, type Lock } from './single-instance.ts';
import { HostEmitter } from './strict.ts';

interface Package {
  readonly name: string;
  readonly productName?: string;
  readonly version: string;
}

class App extends HostEmitter {
  readonly commandLine = commandLine;
  readonly isPackaged = false;
  readonly #folder = packageFolder();
  readonly #package = JSON.parse(
    readFileSync(join(this.#folder, 'package.json'), 'utf8'),
  ) as Package;
  #name = this.#package.productName ?? this.#package.name;
  readonly #paths = new Map<string, string>();
  readonly #ready = Promise.withResolvers<void>();
  #isStarting = false;
  #isReady = false;
  #isQuitting = false;
  #hasEnded = false;
  #startsAgain = false;
  #lock: Lock | undefined;

  constructor() {
    super();
    this.on('newListener', name => {
      if (name === 'ready') this.#start();
    });
  }

  getName = (): string => this.#name;
  getVersion = (): string => this.#package.version;
  getAppPath = (): string => this.#folder;
  getLocale = (): string => Intl.DateTimeFormat().resolvedOptions().locale;
  getSystemLocale = (): string => this.getLocale();
  getPreferredSystemLanguages = (): string[] => [this.getLocale()];
  getLocaleCountryCode = (): string => new Intl.Locale(this.getLocale()).maximize().region ?? '';
  isReady = (): boolean => this.#isReady;
  hasSingleInstanceLock = (): boolean => this.#lock !== undefined;

  // What the system or real Electron would do; there is nothing to do here.
  enableSandbox(): void {}
  setAppUserModelId(_id: string): void {}
  setJumpList(_categories: unknown): void {}
  clearRecentDocuments(): void {}
  configureHostResolver(_options: object): void {}
  focus(_options?: object): void {
    [...registry.windows][0]?.focus();
  }

  get name(): string {
    return this.#name;
  }

  set name(name: string) {
    this.#name = name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  whenReady(): Promise<void> {
    this.#start();
    return this.#ready.promise;
  }

  getPath(name: string): string {
    return this.#paths.get(name) ?? this.#defaultPath(name);
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  requestSingleInstanceLock(additionalData: object = {}): boolean {
    this.#lock ??= requestLock(this.getPath('userData'), additionalData, second => {
      this.emit('second-instance', {}, second.argv, second.folder, second.additionalData);
    });
    return this.#lock !== undefined;
  }

  releaseSingleInstanceLock(): void {
    this.#lock?.release();
    this.#lock = undefined;
  }

  quit(): void {
    if (this.#isQuitting || this.#hasEnded) return;
    if (this.emitPreventable('before-quit')) return;
    this.#isQuitting = true;
    for (const window of registry.windows) window.close();
    // A window that stays open calls the quitting off.
    if (registry.windows.size > 0) this.#isQuitting = false;
    else this.#finish();
  }

  /** Starts the app once more, as it was started, when it has ended. */
  relaunch(): void {
    this.#startsAgain = true;
  }

  exit(code = 0): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    for (const window of registry.windows) window.destroy();
    this.emit('quit', {}, code);
    this.releaseSingleInstanceLock();
    if (!this.#isStarting) this.#end(code);
    else void killBrowsers().finally(() => this.#end(code));
  }

  /** For the host: a window is gone. */
  windowClosed(): void {
    if (registry.windows.size > 0 || this.#hasEnded || this.#isQuitting) return;
    setImmediate(() => {
      if (registry.windows.size > 0) return;
      if (!this.emit('window-all-closed')) this.quit();
    });
  }

  #end(code: number): never {
    if (this.#startsAgain) startAgain();
    process.exit(code);
  }

  #finish(): void {
    if (this.emitPreventable('will-quit')) this.#isQuitting = false;
    else this.exit(0);
  }

  /** Chromium starts once someone waits for it, and only if the app did not end at once. */
  #start(): void {
    if (this.#isStarting) return;
    this.#isStarting = true;
    setImmediate(() => {
      if (!this.#hasEnded) void this.#becomeReady();
    });
  }

  async #becomeReady(): Promise<void> {
    try {
      const browser = await shownBrowser(this.#name);
      // Without its window the app ends, as it would if the person had closed it.
      void browser.gone.then(() => {
        this.windowClosed();
      });
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    }
    if (this.#hasEnded) return;
    this.#isReady = true;
    this.emit('will-finish-launching');
    this.emit('ready', {}, {});
    this.#ready.resolve();
  }

  #defaultPath(name: string): string {
    const home = homedir();
    const userData = commandLine.getSwitchValue('user-data-dir');
    const paths: Record<string, () => string> = {
      home: () => home,
      appData: () => appDataFolder(home),
      userData: () =>
        userData === '' ? join(this.getPath('appData'), this.#name) : resolve(userData),
      sessionData: () => this.getPath('userData'),
      crashDumps: () => join(this.getPath('userData'), 'Crashpad'),
      temp: tmpdir,
      desktop: () => join(home, 'Desktop'),
      documents: () => join(home, 'Documents'),
      downloads: () => join(home, 'Downloads'),
      exe: () => process.execPath,
    };
    const path = paths[name];
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path();
  }
}

/** Our own option was taken out of the arguments. */
function startAgain(): void {
  const own = hostOptions().headless ? ['--headless'] : [];
  const args = [...process.execArgv, ...process.argv.slice(1), ...own];
  spawn(process.execPath, args, { detached: true, stdio: 'ignore' }).unref();
}

function appDataFolder(home: string): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(home, 'AppData/Roaming');
  if (process.platform === 'darwin') return join(home, 'Library/Application Support');
  return process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
}

/** The folder of the app: where the nearest package.json above the started file is. */
function packageFolder(): string {
  let folder = dirname(resolve(process.argv[1] ?? ''));
  for (;;) {
    try {
      readFileSync(join(folder, 'package.json'));
      return folder;
    } catch {
      if (dirname(folder) === folder) throw new Error('no package.json above the started file');
      folder = dirname(folder);
    }
  }
}

export const app = new App();
