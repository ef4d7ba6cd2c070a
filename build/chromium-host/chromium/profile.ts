import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../running.ts';

const PREFIX = 'amends-chromium-';

/** What a page may never be given; the first word of a person would be one too many. */
const REFUSED = [
  'ar',
  'automatic_downloads',
  'bluetooth_guard',
  'bluetooth_scanning',
  'clipboard',
  'file_system_read_guard',
  'file_system_write_guard',
  'geolocation',
  'hid_guard',
  'idle_detection',
  'local_fonts',
  'media_stream_camera',
  'media_stream_mic',
  'midi',
  'midi_sysex',
  'notifications',
  'payment_handler',
  'popups',
  'sensors',
  'serial_guard',
  'storage_access',
  'usb_guard',
  'vr',
  'window_placement',
];
const BLOCK = 2;

/**
 * A proxy that must be asked and can not answer: every connection fails before it is begun, also
 * those that Chromium would make for itself.
 */
const PROXY = { mode: 'pac_script', pac_url: 'data:,', pac_mandatory: true };

/** What a fresh profile must never offer or fetch. */
const PREFERENCES = {
  proxy: PROXY,
  credentials_enable_service: false,
  profile: {
    password_manager_enabled: false,
    default_content_setting_values: Object.fromEntries(REFUSED.map(name => [name, BLOCK])),
  },
  download_restrictions: 3,
  autofill: { profile_enabled: false, credit_card_enabled: false },
  translate: { enabled: false },
  browser: { enable_spellchecking: false, has_seen_welcome_page: true },
  spellcheck: { dictionaries: [], use_spelling_service: false },
  search: { suggest_enabled: false },
  safebrowsing: { enabled: false },
  net: { network_prediction_options: 2 },
  dns_over_https: { mode: 'off' },
  alternate_error_pages: { enabled: false },
};

/** A throw-away profile. Those of hosts that were killed are removed on the way. */
export function createProfile(): string {
  removeLeftOvers();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  mkdirSync(join(folder, 'Default'));
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(PREFERENCES));
  writeFileSync(join(folder, 'Local State'), JSON.stringify({ proxy: PROXY }));
  return folder;
}

/** Chromium may still be writing while it dies, on a busy computer for a second or two. */
export function removeProfile(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  } catch {
    // The next start removes it.
  }
}

function removeLeftOvers(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const owner = Number.parseInt(name.slice(PREFIX.length), 10);
    if (!isRunning(owner)) removeProfile(join(tmpdir(), name));
  }
}
