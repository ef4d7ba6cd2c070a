import { registry } from './registry.ts';
import { absent, HostEmitter, strict } from './strict.ts';

/** Fires nothing by itself; a test, or a later host, may. */
class PowerMonitor extends HostEmitter {
  getSystemIdleTime = (): number => 0;
  getSystemIdleState = (_threshold: number): string => 'active';
  isOnBatteryPower = (): boolean => false;
}

export const powerMonitor = new PowerMonitor();

let copied = '';

/** Knows what the app itself copied; hands it to the system's clipboard through the page. */
export const clipboard = strict('clipboard', {
  readText: async (): Promise<string> => copied,
  async writeText(text: string): Promise<void> {
    copied = text;
    const expression = `navigator.clipboard.writeText(${JSON.stringify(text)}).catch(() => {})`;
    for (const contents of registry.contents) {
      void contents.executeJavaScript(expression, true).catch(() => {});
    }
  },
  clear(): void {
    void clipboard.writeText('');
  },
});

/** Opens nothing: what leaves the app needs real Electron, and a person who wants it. */
export const shell = absent('shell');
