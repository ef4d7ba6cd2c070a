import { strict } from './strict.ts';

const appended = new Map<string, string>();

const given = (): Map<string, string> =>
  new Map(
    process.argv
      .slice(2)
      .filter(word => word.startsWith('--'))
      .map(word => {
        const [name = '', ...value] = word.slice(2).split('=');
        return [name, value.join('=')];
      }),
  );

export const commandLine = strict('app.commandLine', {
  appendSwitch(name: string, value = ''): void {
    appended.set(name, value);
  },
  appendArgument(_value: string): void {},
  removeSwitch(name: string): void {
    appended.delete(name);
  },
  hasSwitch: (name: string): boolean => appended.has(name) || given().has(name),
  getSwitchValue: (name: string): string => appended.get(name) ?? given().get(name) ?? '',
});

/** What the app wants Chromium to be started with. */
export const switches = (): string[] =>
  [...appended].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
