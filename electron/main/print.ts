import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BrowserWindow, type Session } from 'electron';
import type { AppError } from '#shared/errors.ts';
import type { PrintDocument, PrintOptions } from '#shared/domain/print.ts';
import { err, ok, type Result } from '#shared/result.ts';

/**
 * Turns letters into pages. Each job loads a print document of its own, once, in a hidden window
 * that runs no script, and takes it from memory: nothing is written to disk on the way.
 */
export interface Printer {
  /** The HTML of a job, for the protocol handler; a name works until its job is done. */
  readonly page: (job: string) => string | undefined;
  readonly toPdf: (letter: PrintDocument, options: PrintOptions) => Promise<Uint8Array>;
  /** Opens the system's print dialog. Closing it without printing is not an error. */
  readonly print: (letter: PrintDocument, options: PrintOptions) => Promise<Result<void, AppError>>;
}

const PAPER_SIZE = { a4: 'A4', letter: 'Letter' } as const;

/** `shell` is the path of the built `print.html`, which brings the fonts and the style sheet. */
export function createPrinter(session: Session, shell: string): Printer {
  const jobs = new Map<string, string>();

  async function withWindow<T>(
    letter: PrintDocument,
    options: PrintOptions,
    work: (window: BrowserWindow) => Promise<T>,
  ): Promise<T> {
    const job = randomUUID();
    jobs.set(job, printPage(readFileSync(shell, 'utf8'), letter, options));
    const window = new BrowserWindow({
      show: false,
      title: 'Amends',
      webPreferences: {
        session,
        javascript: false,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        devTools: false,
      },
    });
    try {
      await window.loadURL(`app://print/${job}`);
      return await work(window);
    } finally {
      jobs.delete(job);
      window.destroy();
    }
  }

  return {
    page: job => jobs.get(job),
    toPdf: (letter, options) =>
      withWindow(letter, options, window =>
        window.webContents.printToPDF({
          pageSize: PAPER_SIZE[options.paper],
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
        }),
      ),
    print: (letter, options) =>
      withWindow(
        letter,
        options,
        window =>
          new Promise<Result<void, AppError>>(resolve => {
            const asked = { pageSize: PAPER_SIZE[options.paper], printBackground: true };
            window.webContents.print(asked, (printed, reason) => {
              const closed = /cancel/i.test(reason);
              resolve(printed || closed ? ok(undefined) : err({ code: 'print.failed', reason }));
            });
          }),
      ),
  };
}

/** The built page with the letter in it. The letter's own text was escaped where it was made. */
export function printPage(shell: string, letter: PrintDocument, options: PrintOptions): string {
  const attributes = [
    `lang="${attribute(letter.language)}"`,
    `data-paper="${options.paper}"`,
    `data-numbers="${options.pageNumbers ? 'on' : 'off'}"`,
  ].join(' ');
  return shell
    .replace(/<html[^>]*>/, () => `<html ${attributes}>`)
    .replace(/<main>\s*<\/main>/, () => `<main>${letter.html}</main>`);
}

const attribute = (value: string): string => value.replace(/[^A-Za-z0-9-]/g, '');
