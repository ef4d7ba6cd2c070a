interface Situation {
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
}

/** From source, tests and `npm start` choose the folder; a container's root has no sandbox. */
const FROM_SOURCE = ['--user-data-dir', '--no-sandbox'];

/** macOS adds its process serial number when an app is opened from the Finder. */
const SERIAL_NUMBER = /^-psn_\d+_\d+$/;

/**
 * The first word of the command line that the app must not be started with. A packaged app takes no
 * word at all; from source, paths and two options are taken. Chromium trims each word, and on
 * Windows a slash begins an option too, so what looks harmless here may not be harmless there.
 */
export function refusedOption(
  words: readonly string[],
  { isPackaged, platform }: Situation,
): string | undefined {
  const isOption = platform === 'win32' ? /^[-/]/ : /^-/;
  return words.find(word => {
    if (platform === 'darwin' && SERIAL_NUMBER.test(word)) return false;
    if (isPackaged) return true;
    // U+0085 is a space to Chromium, and not to JavaScript.
    const trimmed = word.replace(/^[\s\u0085]+/, '');
    return isOption.test(trimmed) && !FROM_SOURCE.includes(optionName(trimmed));
  });
}

/** An option without its value, which may be private. */
export const optionName = (word: string): string => word.split('=', 1)[0] ?? word;

/**
 * Why the app does not start, for whoever reads what a program says. An AppImage adds an option by
 * itself where the system allows no sandbox, and nothing in its making can keep it from that.
 */
export const refusalOf = (word: string, isPackaged: boolean): string =>
  isPackaged && word === '--no-sandbox'
    ? `unsupported option: --no-sandbox
Amends does not run without the sandbox that keeps a page away from your files. The AppImage adds
this option by itself where the system lets no program make such a sandbox ("unshare -Ur true"
fails). Install the .deb package instead, which sets one up, or allow user namespaces.`
    : `unsupported option: ${optionName(word)}`;
