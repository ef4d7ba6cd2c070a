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
