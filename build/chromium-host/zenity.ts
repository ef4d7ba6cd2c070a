import { spawn, spawnSync } from 'node:child_process';

let found: boolean | undefined;

/** Whether the desktop's own file dialogs can be asked for. */
export function hasZenity(): boolean {
  found ??= process.platform === 'linux' && spawnSync('zenity', ['--version']).error === undefined;
  return found;
}

/** What the person chose, or undefined. */
export function askWithZenity(flags: readonly string[]): Promise<string | undefined> {
  return new Promise(resolve => {
    const child = spawn('zenity', [...flags], { stdio: ['ignore', 'pipe', 'ignore'] });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    child.on('error', () => {
      resolve(undefined);
    });
    child.on('close', code => {
      resolve(code === 0 ? text.replace(/\n$/, '') : undefined);
    });
  });
}
