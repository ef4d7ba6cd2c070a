import { app } from 'electron';

/** Exit code for wrong usage: EX_CONFIG of sysexits.h, as security.md 2.3 asks. */
const REFUSED = 78;

/**
 * Ends the app when it was started with an option it does not know. Chromium obeys options such as
 * `--remote-debugging-port`, with which anyone at this computer could read an open letter, and no
 * fuse turns them off. Runs before anything else.
 */
export function refuseUnknownSwitches(): void {
  // A packaged app takes no options at all; from source, tests and `npm start` choose the folder.
  const allowed = app.isPackaged ? [] : ['user-data-dir', 'no-sandbox'];
  const unknown = process.argv.slice(1).find(word => word.startsWith('-') && !isAllowed(word));
  if (unknown === undefined) return;
  console.error(`unsupported option: ${nameOf(unknown)}`);
  app.exit(REFUSED);
  process.exit(REFUSED);

  function isAllowed(word: string): boolean {
    // macOS adds its process serial number when an app is opened from the Finder.
    return allowed.includes(nameOf(word).slice(2)) || /^-psn_\d+_\d+$/.test(word);
  }
}

const nameOf = (word: string): string => word.split('=', 1)[0] ?? word;
