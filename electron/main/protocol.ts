import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { protocol, type Session } from 'electron';

/**
 * The places of the app. Each is an origin of its own, so each gets a process of its own. The lock
 * screen has two, used in turn: a process in which a passphrase was typed does not outlive a lock.
 */
export const UNLOCK_PAGES = ['app://unlock/', 'app://unlock-again/'] as const;
export const APP_PAGE = 'app://amends/';
const PRINT_HOST = 'print';
const PAGES: Readonly<Record<string, string>> = {
  unlock: 'unlock.html',
  'unlock-again': 'unlock.html',
  amends: 'index.html',
};

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "media-src 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "child-src 'none'",
  "worker-src 'none'",
  "manifest-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types amends-paste',
].join('; ');

/** The print document runs no script at all, and its pictures stand in it as data. */
const PRINT_POLICY = POLICY.replace("script-src 'self'", "script-src 'none'").replace(
  "img-src 'self' blob:",
  'img-src data:',
);

const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), clipboard-read=(), usb=(), serial=(), hid=(), bluetooth=(), idle-detection=()',
  'Cache-Control': 'no-store',
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.bcmap': 'application/octet-stream',
};

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true } },
  ]);
}

/**
 * Serves the built pages. Only files that stood in `folder` at start are ever served, by exact
 * name: no path of a request is joined to a folder. `printPage` gives the HTML of a print job by its
 * one-time name, or undefined.
 */
export function servePages(
  session: Session,
  folder: string,
  printPage: (job: string) => string | undefined,
): void {
  const files = listFiles(folder);
  session.protocol.handle('app', async request => {
    const url = new URL(request.url);
    if (request.method !== 'GET') return refused(405);
    if (url.host === PRINT_HOST) {
      const html = printPage(url.pathname.slice(1));
      if (html !== undefined) return answer(html, '.html', PRINT_POLICY);
    }
    const page = PAGES[url.host];
    if (page === undefined && url.host !== PRINT_HOST) return refused(404);
    const name = url.pathname === '/' ? page : url.pathname.slice(1);
    const path = name === undefined ? undefined : files.get(name);
    if (path === undefined) return refused(404);
    return answer(await readFile(path), extname(path), POLICY);
  });
}

/** Every file below the folder, by its name in a URL. */
function listFiles(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter(entry => entry.isFile()).map(e => join(e.parentPath, e.name));
  return new Map(paths.map(path => [relative(folder, path).split(sep).join('/'), path]));
}

function answer(body: string | Buffer<ArrayBuffer>, extension: string, policy: string): Response {
  const type = TYPES[extension] ?? 'application/octet-stream';
  const headers = { ...HEADERS, 'Content-Security-Policy': policy, 'Content-Type': type };
  return new Response(body, { headers });
}

const refused = (status: number): Response => new Response('', { status, headers: HEADERS });
