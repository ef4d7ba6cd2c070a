/** The Chromium, Chrome or Edge of this computer, or undefined. */
export function findChromium(env?: NodeJS.ProcessEnv, platform?: string): string | undefined;
