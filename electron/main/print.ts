import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BrowserWindow, type Session } from 'electron';
import type { AppError } from '#shared/errors.ts';
import type { PrintDocument, PrintOptions } from '#shared/domain/print.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { PAGE_PREFERENCES } from './page-preferences.ts';

/**
 * Turns letters into pages. Each job loads a print document of its own, once, in a hidden window
 * that runs no script, and takes it from memory: nothing is written to disk on the way.
 */
export interface Printer {
  /** The HTML of a job, for the protocol handler; a name works until its job is done. */
  readonly page: (job: string) => string | undefined;
  readonly toPdf: (
    letter: PrintDocument,
    options: PrintOptions,
  ) => Promise<Result<Uint8Array, AppError>>;
  /** Opens the system's print dialog. Errors: `export.cancelled` when it is closed, `print.failed`. */
  readonly print: (letter: PrintDocument, options: PrintOptions) => Promise<Result<void, AppError>>;
  /** Forgets every job and its letter. Whoever waits for one is told `export.cancelled`. */
  readonly endAll: () => void;
}

const PAPER_SIZE = { a4: 'A4', letter: 'Letter', a5: 'A5' } as const;

interface Job {
  readonly html: string;
  readonly end: () => void;
}

/** `shell` is the path of the built `print.html`, which brings the fonts and the style sheet. */
export function createPrinter(session: Session, shell: string): Printer {
  const jobs = new Map<string, Job>();

  async function withWindow<T>(
    letter: PrintDocument,
    options: PrintOptions,
    work: (window: BrowserWindow) => Promise<Result<T, AppError>>,
  ): Promise<Result<T, AppError>> {
    const name = randomUUID();
    const html = printPage(readFileSync(shell, 'utf8'), letter, options);
    const ended = Promise.withResolvers<Result<never, AppError>>();
    const window = new BrowserWindow({
      show: false,
      title: 'Amends',
      webPreferences: {
        session,
        ...PAGE_PREFERENCES,
        javascript: false,
        devTools: false,
      },
    });
    const end = (): void => {
      ended.resolve(err({ code: 'export.cancelled' }));
      jobs.delete(name);
      if (!window.isDestroyed()) window.destroy();
    };
    jobs.set(name, { html, end });
    const done = async () => {
      await window.loadURL(`app://print/${name}`);
      return work(window);
    };
    try {
      return await Promise.race([done(), ended.promise]);
    } finally {
      end();
    }
  }

  return {
    page: job => jobs.get(job)?.html,
    toPdf: (letter, options) =>
      withWindow(letter, options, async window =>
        ok(
          await window.webContents.printToPDF({
            pageSize: PAPER_SIZE[options.paper],
            preferCSSPageSize: true,
            printBackground: true,
            generateTaggedPDF: true,
          }),
        ),
      ),
    print: (letter, options) =>
      withWindow(
        letter,
        options,
        window =>
          new Promise<Result<void, AppError>>(resolve => {
            const asked = { pageSize: PAPER_SIZE[options.paper], printBackground: true };
            window.webContents.print(asked, (printed, reason) => {
              if (printed) resolve(ok(undefined));
              else if (/cancel/i.test(reason)) resolve(err({ code: 'export.cancelled' }));
              else resolve(err({ code: 'print.failed', reason }));
            });
          }),
      ),
    endAll() {
      for (const { end } of jobs.values()) end();
    },
  };
}

/** The built page with the letter in it. The letter's own text was escaped where it was made. */
export function printPage(shell: string, letter: PrintDocument, options: PrintOptions): string {
  const attributes = [
    `lang="${attribute(letter.language)}"`,
    `data-paper="${options.paper}"`,
    `data-numbers="${options.pageNumbers ? 'on' : 'off'}"`,
    `data-layout="${options.layout}"`,
    `data-margins="${options.margins}"`,
    `data-font="${options.font}"`,
    `data-size="${options.size}"`,
    `data-spacing="${options.lineSpacing}"`,
  ].join(' ');
  return shell
    .replace(/<html[^>]*>/, () => `<html ${attributes}>`)
    .replace(/<main>\s*<\/main>/, () => `<main>${letter.html}</main>`);
}

const attribute = (value: string): string => value.replace(/[^A-Za-z0-9-]/g, '');
