import type { Line } from './chromium/pipe.ts';
import { livePages } from './live-pages.ts';
import { hostOptions } from './options.ts';
import { HostEmitter } from './strict.ts';

type Theme = 'system' | 'light' | 'dark';

/** `prefers-color-scheme` of every page follows `themeSource`. */
class NativeTheme extends HostEmitter {
  #source: Theme = 'system';
  #systemIsDark = false;

  get themeSource(): Theme {
    return this.#source;
  }

  set themeSource(source: Theme) {
    if (source === this.#source) return;
    this.#source = source;
    for (const line of livePages) void applyTheme(line);
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return (this.#scheme() ?? (this.#systemIsDark ? 'dark' : 'light')) === 'dark';
  }

  get shouldUseHighContrastColors(): boolean {
    return false;
  }

  get shouldUseInvertedColorScheme(): boolean {
    return false;
  }

  /** What Chromium said about the system when it started. */
  static learn(theme: NativeTheme, systemIsDark: boolean): void {
    theme.#systemIsDark = systemIsDark;
  }

  static async follow(theme: NativeTheme, line: Line): Promise<void> {
    const value = theme.#scheme() ?? '';
    const features = [{ name: 'prefers-color-scheme', value }];
    await line.send('Emulation.setEmulatedMedia', { features }).catch(() => {});
  }

  #scheme(): 'light' | 'dark' | undefined {
    return this.#source === 'system' ? hostOptions().colorScheme : this.#source;
  }
}

export const nativeTheme = new NativeTheme();
export const applyTheme = (line: Line): Promise<void> => NativeTheme.follow(nativeTheme, line);
export const learnSystemTheme = (isDark: boolean): void => {
  NativeTheme.learn(nativeTheme, isDark);
};
