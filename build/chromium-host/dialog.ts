import { resolve } from 'node:path';
import { BrowserWindow } from './browser-window.ts';
import { expectAnswer } from './dialog-answers.ts';
import { hostOptions } from './options.ts';
import type { PageQuestion } from './page/page-dialog.ts';
import { strict } from './strict.ts';
import { WebContents } from './web-contents.ts';
import { askWithZenity, hasZenity } from './zenity.ts';

interface FileOptions {
  readonly title?: string;
  readonly defaultPath?: string;
  readonly properties?: readonly string[];
}

interface MessageOptions {
  readonly message: string;
  readonly detail?: string;
  readonly buttons?: readonly string[];
  readonly cancelId?: number;
  readonly defaultId?: number;
}

/** Electron takes the window as an optional first argument. */
const optionsOf = (args: readonly unknown[]): unknown => args.at(-1);

const windowOf = ([first]: readonly unknown[]): BrowserWindow | undefined =>
  first instanceof BrowserWindow ? first : BrowserWindow.getAllWindows()[0];

const usesZenity = (): boolean => !hostOptions().headless && hasZenity();

async function askPath(args: readonly unknown[], saves: boolean): Promise<string | undefined> {
  const { title, defaultPath = '', properties = [] } = optionsOf(args) as FileOptions;
  if (usesZenity()) {
    const flags = ['--file-selection', `--filename=${defaultPath}`];
    if (saves) flags.push('--save');
    if (properties.includes('openDirectory')) flags.push('--directory');
    return askWithZenity(flags);
  }
  const { button, path } = await askPage(windowOf(args), {
    message: title ?? (saves ? 'Save as' : 'Open'),
    detail: 'The full path of the file:',
    buttons: [saves ? 'Save' : 'Open', 'Cancel'],
    cancel: 1,
    path: defaultPath,
  });
  return button === 0 && path.trim() !== '' ? resolve(path.trim()) : undefined;
}

async function askPage(window: BrowserWindow | undefined, question: PageQuestion) {
  if (window === undefined) return { button: question.cancel, path: '' };
  const { id, answer } = expectAnswer();
  WebContents.tell(window.webContents, 'ask', id, question);
  return answer;
}

/** What a person is asked: by zenity where it is installed, else by a small dialog over the page. */
export const dialog = strict('dialog', {
  async showSaveDialog(...args: unknown[]) {
    const filePath = await askPath(args, true);
    return { canceled: filePath === undefined, filePath: filePath ?? '' };
  },

  async showOpenDialog(...args: unknown[]) {
    const path = await askPath(args, false);
    return { canceled: path === undefined, filePaths: path === undefined ? [] : [path] };
  },

  async showMessageBox(...args: unknown[]) {
    const options = optionsOf(args) as MessageOptions;
    const buttons = options.buttons?.length ? options.buttons : ['OK'];
    const { button } = await askPage(windowOf(args), {
      message: options.message,
      detail: options.detail ?? '',
      buttons,
      cancel: options.cancelId ?? buttons.length - 1,
      path: null,
    });
    return { response: button, checkboxChecked: false };
  },

  showErrorBox(title: string, content: string): void {
    console.error(`${title}\n${content}`);
    const question = { message: title, detail: content, buttons: ['OK'], cancel: 0, path: null };
    void askPage(BrowserWindow.getAllWindows()[0], question);
  },
});
