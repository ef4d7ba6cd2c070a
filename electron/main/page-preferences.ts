import type { WebPreferences } from 'electron';

/** What holds for every page of the app, the hidden ones that print too (security.md 2). */
export const PAGE_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  enableWebSQL: false,
  safeDialogs: true,
  disableDialogs: true,
  v8CacheOptions: 'none',
} as const satisfies WebPreferences;
