import { statfsSync } from 'node:fs';
import type { HostOptions } from '../options.ts';

const FEATURES_OFF = [
  // A page that was left must be gone, with its process, not kept for the back button.
  'BackForwardCache',
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'InterestFeedContentSuggestions',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'Translate',
];

const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-service-autorun',
  '--no-pings',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  // It asks all the same; this address is none that Chromium would open.
  '--component-updater=url-source=ftp://none.invalid/',
  '--disable-crash-reporter',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-infobars',
  '--disable-quic',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
  // Nothing of what is shown may reach the profile, throw-away as it is.
  '--incognito',
  '--disk-cache-size=1',
  '--disable-gpu-shader-disk-cache',
  // Even a request that no one answered could not find its way out.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  `--disable-features=${FEATURES_OFF.join(',')}`,
];

/** Without it Chromium shows a bar about the switches above, over the app. */
const SHOWN = ['--test-type'];

const HEADLESS = [
  '--headless',
  '--hide-scrollbars',
  '--mute-audio',
  '--font-render-hinting=none',
  '--screen-info={1920x1200}',
];

export interface Start {
  readonly profile: string;
  readonly locale: string;
  readonly title: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly switches: readonly string[];
}

/** How Chromium is started: one bare window, silent, driven over a pipe that dies with us. */
export function chromiumFlags(options: HostOptions, start: Start): string[] {
  const page = encodeURIComponent(`<title>${start.title}</title>`);
  return [
    `--app=data:text/html,${page}`,
    `--user-data-dir=${start.profile}`,
    '--remote-debugging-pipe',
    // The app is one local page: it is started often and must not slow down unseen.
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    `--lang=${start.locale}`,
    `--accept-lang=${start.locale}`,
    `--window-size=${start.size.width},${start.size.height}`,
    ...QUIET,
    ...(options.headless ? HEADLESS : SHOWN),
    ...(options.driven ? ['--remote-debugging-port=0'] : []),
    ...(options.reducedMotion ? ['--force-prefers-reduced-motion'] : []),
    ...(options.sandbox ? [] : ['--no-sandbox']),
    ...(hasRoomyShm() ? [] : ['--disable-dev-shm-usage']),
    ...start.switches,
  ];
}

/** Containers often have 64 MB of shared memory, in which Chromium's pages crash. */
function hasRoomyShm(): boolean {
  if (process.platform !== 'linux') return true;
  try {
    const { blocks, bsize } = statfsSync('/dev/shm');
    return blocks * bsize > 256 * 1024 * 1024;
  } catch {
    return false;
  }
}
