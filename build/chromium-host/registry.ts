import type { BrowserWindow } from './browser-window.ts';
import type { WebContents } from './web-contents.ts';

/** Everything that is open, for the parts of Electron that list it. */
export const registry: {
  readonly windows: Set<BrowserWindow>;
  readonly contents: Set<WebContents>;
  focused: WebContents | undefined;
} = { windows: new Set(), contents: new Set(), focused: undefined };
