import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '#core/db/migrations/index.ts';
import { createDatabase, openDatabase } from '#core/db/open.ts';
import { insertEntry } from '#core/entries/repository.ts';
import { createSessionHandlers } from '#core/handlers.ts';
import { openSession } from '#core/session.ts';
import type { ExportFormat, ExportRequest } from '#shared/domain/export.ts';
import { plainPaper } from '#shared/domain/print.ts';
import { ok, type Result } from '#shared/result.ts';
import { documentOf } from '../support/builders.ts';
import { createFakePorts } from '../support/fake-ports.ts';
import { aLetter, aLetterText, createRandom } from './letters.ts';

const LETTERS = 1000;
const WORDS = 500;
/** Seconds for all of them. */
const TARGETS = { markdown: 3, docx: 30 } as const;

/** How long it takes to let a thousand letters of five hundred words out, from the vault to the disk. */
export async function benchExports(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'amends-bench-'));
  try {
    const handlers = filledVault(folder);
    for (const format of ['markdown', 'docx'] as const) {
      const seconds = await measure(handlers, format, folder);
      const target = TARGETS[format];
      const verdict = seconds < target ? 'reached' : 'missed';
      console.log(
        `${LETTERS} letters of ${WORDS} words to ${format}, in one zip: ${seconds.toFixed(1)} s ` +
          `(target ${target} s: ${verdict})`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Handlers = ReturnType<typeof createSessionHandlers>;

function filledVault(folder: string): Handlers {
  const place = { path: join(folder, 'vault.db'), key: randomBytes(32), migrations };
  createDatabase(place);
  const connection = must(openDatabase(place));
  const session = openSession(connection, createFakePorts(folder), () => undefined);
  const random = createRandom(5);
  const text = () =>
    [aLetterText(random), aLetterText(random), aLetterText(random)]
      .join('\n')
      .split(' ')
      .slice(0, WORDS)
      .join(' ');
  session.write([], db => {
    for (let index = 0; index < LETTERS; index += 1) {
      insertEntry(db, { ...aLetter(random, index), document: documentOf(text()) });
    }
    return ok(undefined);
  });
  return createSessionHandlers(session, () => ok(undefined));
}

async function measure(handlers: Handlers, format: ExportFormat, folder: string): Promise<number> {
  const request: ExportRequest = {
    selection: { of: 'everything' },
    chosenOneByOne: [],
    copy: { audience: 'for-me', withPrivate: false },
    format,
    bundle: 'zip',
    names: 'neutral',
    options: plainPaper('a4'),
    gate: [],
  };
  const start = performance.now();
  const { id } = must(await handlers['exports.prepare']({ request, passphrase: null }));
  must(await handlers['exports.begin']({ id, path: join(folder, `${format}.zip`) }));
  for (;;) {
    const turn = must(await handlers['exports.next'](id));
    if (turn.kind === 'done') return (performance.now() - start) / 1000;
  }
}

function must<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
