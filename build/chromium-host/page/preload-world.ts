import type { createCodec } from './clone-codec.ts';
import type { createIpcRenderer } from './ipc-renderer.ts';
import type { askInPage, PageQuestion } from './page-dialog.ts';
import type { createPagePorts } from './page-ports.ts';
import type { createSealedLine } from './sealed-line.ts';
import type { watchKeys, Shortcut } from './window-keys.ts';
import type { createWorldLink } from './world-link.ts';

/** The functions below arrive in the page as text, so they are handed in instead of imported. */
export interface Parts {
  readonly createCodec: typeof createCodec;
  readonly createWorldLink: typeof createWorldLink;
  readonly createPagePorts: typeof createPagePorts;
  readonly createSealedLine: typeof createSealedLine;
  readonly createIpcRenderer: typeof createIpcRenderer;
  readonly watchKeys: typeof watchKeys;
  readonly askInPage: typeof askInPage;
}

export interface WorldConfig {
  readonly binding: string;
  readonly handshake: string;
  readonly platform: string;
  /** A window that a person closes asks the app first, as Electron's `close` event does. */
  readonly guardsClose: boolean;
}

type Preload = (require: (name: string) => unknown, process: object) => void;

/**
 * Runs in a world of its own beside the page, before any script of the page: `require('electron')`
 * for the preload, and the window's news for the host. The page can reach none of it.
 */
export function runPreloadWorld(parts: Parts, config: WorldConfig, preload: Preload): void {
  const world = globalThis as unknown as Record<string, (text: string) => void>;
  const codec = parts.createCodec();
  const { encode, decode } = codec;
  const bind = world[config.binding];
  if (bind === undefined) return;
  const toHost = (message: readonly unknown[]): void => {
    bind(encode(message));
  };

  const ports = parts.createPagePorts({ toHost, codec, seal: parts.createSealedLine });
  const ipc = parts.createIpcRenderer(toHost, ports);
  const isMac = config.platform === 'darwin';
  const keys = parts.watchKeys(isMac, id => {
    toHost(['shortcut', id]);
  });

  let mayClose = !config.guardsClose;
  const hears: Record<string, (...args: never[]) => void> = {
    reply: (...told: Parameters<typeof ipc.reply>) => {
      ipc.reply(...told);
    },
    emit: (...told: Parameters<typeof ipc.emit>) => {
      ipc.emit(...told);
    },
    port: ports.deliver,
    'port-close': ports.close,
    shortcuts: (next: readonly Shortcut[]) => {
      keys.setShortcuts(next);
    },
    'may-close': (value: boolean) => {
      mayClose = value;
    },
    ask: (id: number, question: PageQuestion) => {
      void parts.askInPage(question).then(answer => {
        toHost(['answer', id, answer]);
      });
    },
  };
  world[`${config.binding}Receive`] = text => {
    const [kind, ...args] = decode(text) as [string, ...never[]];
    hears[kind]?.(...args);
  };

  function announceWindow(): void {
    toHost(['hello', location.href]);
    const place = () => {
      const { outerWidth: width, outerHeight: height, screenX: x, screenY: y } = window;
      toHost(['bounds', { x, y, width, height }]);
    };
    window.addEventListener('resize', place);
    window.addEventListener('focus', () => {
      place();
      toHost(['focus', true]);
    });
    window.addEventListener('blur', () => {
      toHost(['focus', false]);
    });
    window.addEventListener('beforeunload', event => {
      if (!mayClose) event.preventDefault();
    });
    document.addEventListener('DOMContentLoaded', () => {
      place();
      const title = () => {
        toHost(['title', document.title]);
      };
      title();
      new MutationObserver(title).observe(document.head, { subtree: true, childList: true });
    });
    // Requests of the network can be stopped outside; pages made from nothing only here.
    navigation.addEventListener('navigate', event => {
      const { url, sameDocument } = event.destination;
      if (sameDocument || !event.cancelable || /^https?:/.test(url)) return;
      event.preventDefault();
      toHost(['refused-navigation', url]);
    });
  }

  function runPreload(node: EventTarget): void {
    const link = parts.createWorldLink(node, 'preload', 'page');
    link.offer((url: string) => {
      toHost(['open', url]);
    });
    const contextBridge = {
      exposeInMainWorld(key: string, api: unknown): void {
        link.call(1, [key, api]);
      },
    };
    const refuse = (name: string) => (target: object, property: string | symbol) => {
      if (property in target) return Reflect.get(target, property) as unknown;
      throw new Error(`${name}.${String(property)} is not part of the Chromium host`);
    };
    const module = (name: string, target: object) => new Proxy(target, { get: refuse(name) });
    const electron = module('electron', {
      contextBridge: module('contextBridge', contextBridge),
      ipcRenderer: module('ipcRenderer', ipc.ipcRenderer),
    });
    const require = (name: string): unknown => {
      if (name === 'electron' || name === 'electron/renderer') return electron;
      throw new Error(`a sandboxed preload can not require '${name}'`);
    };
    preload(require, {
      platform: config.platform,
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
    });
  }

  window.addEventListener(
    config.handshake,
    event => {
      event.stopImmediatePropagation();
      const node = (event as MouseEvent).relatedTarget;
      if (node === null) return;
      announceWindow();
      runPreload(node);
    },
    { once: true },
  );
}
