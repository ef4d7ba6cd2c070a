import { spawn } from 'node:child_process';
import type { Line } from './chromium/pipe.ts';

type PageSize = string | { readonly width: number; readonly height: number };

export interface PdfOptions {
  readonly landscape?: boolean;
  readonly displayHeaderFooter?: boolean;
  readonly headerTemplate?: string;
  readonly footerTemplate?: string;
  readonly printBackground?: boolean;
  readonly scale?: number;
  readonly pageSize?: PageSize;
  readonly margins?: { top?: number; bottom?: number; left?: number; right?: number };
  readonly pageRanges?: string;
  readonly preferCSSPageSize?: boolean;
  readonly generateTaggedPDF?: boolean;
  readonly generateDocumentOutline?: boolean;
}

export interface PrintOptions {
  readonly deviceName?: string;
  readonly copies?: number;
  readonly printBackground?: boolean;
  readonly landscape?: boolean;
  readonly pageSize?: PageSize;
}

/** In inches, as Electron defines them. */
const SIZES: Readonly<Record<string, readonly [width: number, height: number]>> = {
  A0: [33.11, 46.81],
  A1: [23.39, 33.11],
  A2: [16.54, 23.39],
  A3: [11.69, 16.54],
  A4: [8.27, 11.69],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
  Ledger: [17, 11],
};

const CENTIMETRE = 0.394;

/** The page as a PDF, with its fonts loaded. Scripts of the page are not needed for it. */
export async function pagePdf(line: Line, options: PdfOptions): Promise<Buffer> {
  const [paperWidth, paperHeight] = inches(options.pageSize ?? 'Letter');
  const { margins, pageSize: _size, ...same } = options;
  await fontsLoaded(line);
  const { data } = await line.send<{ data: string }>('Page.printToPDF', {
    ...same,
    paperWidth,
    paperHeight,
    marginTop: margins?.top ?? CENTIMETRE,
    marginBottom: margins?.bottom ?? CENTIMETRE,
    marginLeft: margins?.left ?? CENTIMETRE,
    marginRight: margins?.right ?? CENTIMETRE,
  });
  return Buffer.from(data, 'base64');
}

function inches(size: PageSize): readonly [number, number] {
  if (typeof size !== 'string') return [size.width, size.height];
  const known = SIZES[size];
  if (known === undefined) throw new TypeError(`Invalid pageSize ${size}`);
  return known;
}

/** Asked from outside the page, so it also works in a page that runs no script. */
async function fontsLoaded(line: Line): Promise<void> {
  const expression = 'document.fonts.status';
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const { result } = await line.send<{ result: { value: string } }>('Runtime.evaluate', {
      expression,
    });
    if (result.value !== 'loading') return;
  }
}

/**
 * Hands a PDF to the printing system of Unix, through its standard input: no file is written.
 * Resolves to the reason why not, or to undefined.
 */
export function sendToPrinter(pdf: Buffer, options: PrintOptions): Promise<string | undefined> {
  const args = ['-t', 'Amends', '-n', String(options.copies ?? 1)];
  if (options.deviceName) args.push('-d', options.deviceName);
  return new Promise(resolve => {
    const child = spawn('lp', [...args, '-'], { stdio: ['pipe', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    child.on('error', () => {
      resolve('This computer has no program for printing (lp).');
    });
    child.on('close', code => {
      resolve(code === 0 ? undefined : complaint.trim() || 'The printing system refused the job.');
    });
    child.stdin.on('error', () => {});
    child.stdin.end(pdf);
  });
}
