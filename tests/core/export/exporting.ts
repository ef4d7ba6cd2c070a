import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportRequest, ExportWritten } from '#shared/domain/export.ts';
import { plainPaper } from '#shared/domain/print.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { temporaryFolder, type TestApp } from '../../support/test-app.ts';

/** Everything, for the writer, as Markdown, in a folder. */
export const REQUEST: ExportRequest = {
  selection: { of: 'everything' },
  chosenOneByOne: [],
  copy: { audience: 'for-me', withPrivate: false },
  format: 'markdown',
  bundle: 'folder',
  names: 'neutral',
  options: { ...plainPaper('a4'), headings: true },
  gate: [],
};

/** The questions before a copy for the other person, answered so that it may be made. */
export const GO: ExportRequest['gate'] = [
  { side: 'caused-harm', result: 'go', goOn: true },
  { side: 'was-hurt', result: 'go', goOn: true },
];

interface Exported {
  readonly reply: Result<ExportWritten, AppError>;
  /** Where it was to go: empty when nothing was written. */
  readonly folder: string;
}

/** Exports as the main process would; a PDF is the HTML that it would be made of. */
export async function runExport(
  app: TestApp,
  request: Partial<ExportRequest>,
  passphrase: string | null = null,
  folder = newFolder(),
): Promise<Exported> {
  const wanted = { ...REQUEST, ...request };
  const prepared = await app.call('exports.prepare', { request: wanted, passphrase });
  if (!prepared.ok) return { reply: prepared, folder };
  const { id } = prepared.value;
  const { kind, name, extension } = await app.get('exports.target', id);
  const path = kind === 'folder' ? folder : join(folder, `${name}.${extension}`);
  const begun = await app.call('exports.begin', { id, path });
  return { reply: begun.ok ? await goOn(app, id) : begun, folder };
}

/** Goes on with a begun export to its end. */
export async function goOn(app: TestApp, id: string): Promise<Result<ExportWritten, AppError>> {
  for (;;) {
    const turn = await app.call('exports.next', id);
    if (!turn.ok) return turn;
    if (turn.value.kind === 'done') return { ok: true, value: turn.value.written };
    if (turn.value.kind === 'render') {
      const pdf = new Uint8Array(Buffer.from(turn.value.letter.html));
      await app.get('exports.rendered', { id, pdf });
    }
  }
}

export function newFolder(): string {
  const folder = join(temporaryFolder(), 'chosen');
  mkdirSync(folder);
  return folder;
}

/** The files below a folder, by their paths from it, with what is in them. */
export function filesIn(folder: string): Record<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const files = names.filter(name => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map(name => [name, readFileSync(join(folder, name))]));
}
