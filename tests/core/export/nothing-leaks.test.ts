import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import type { ExportFormat, ExportPreview, ExportRequest } from '#shared/domain/export.ts';
import { ExportFormat as Formats } from '#shared/domain/export.ts';
import type { Copy } from '#shared/domain/audience.ts';
import { TemplateId, type EntryId } from '#shared/domain/ids.ts';
import { documentWith, draftOf } from '../../support/builders.ts';
import { createTestApp, temporaryFolder, type TestApp } from '../../support/test-app.ts';
import { filesIn, GO, REQUEST, runExport } from './exporting.ts';
import { markedLetter, mayHave, TOKEN, type Marked } from './marked-letters.ts';

const RUNS = 1000;
const LETTERS = 8;
const TEMPLATES = [null, 'unsent-letter', 'honest-account', 'impact-letter'] as const;

interface Written extends Marked {
  readonly id: EntryId;
  readonly title: string;
  readonly template: (typeof TEMPLATES)[number];
}

const copies: fc.Arbitrary<Copy> = fc.record({
  audience: fc.constantFrom('for-partner', 'for-counsellor', 'for-me'),
  withPrivate: fc.boolean(),
});

const choices = fc.record({
  picked: fc.array(fc.nat(LETTERS - 1), { minLength: 1, maxLength: 3 }),
  everything: fc.boolean(),
  oneByOne: fc.boolean(),
  copy: copies,
  names: fc.constantFrom('neutral', 'title'),
  bundle: fc.constantFrom('folder', 'zip'),
});

/** Puts other texts into the same entries. */
async function fill(
  app: TestApp,
  entries: readonly EntryId[],
  round: number,
): Promise<readonly Written[]> {
  // Others each time, and the same ones in every run.
  const letters = fc.sample(markedLetter, { numRuns: entries.length, seed: round });
  return Promise.all(
    entries.map(async (id, index) => {
      const [letter, template] = [letters[index], TEMPLATES[index % TEMPLATES.length] ?? null];
      if (letter === undefined) throw new Error('there is a letter for each');
      const title = `zqwordtit${String(index).padStart(2, '0')}`;
      const entry = await app.get('entries.get', id);
      const document = documentWith(letter.nodes);
      await app.get('entries.saveDraft', { ...draftOf(entry), title, document, byHand: true });
      return { ...letter, id, title, template };
    }),
  );
}

/** What must be there, and nothing else: said again without what the app does it with. */
function expected(letters: readonly Written[], request: ExportRequest): readonly string[] {
  const { copy, format, names } = request;
  if (format === 'json' && copy.audience === 'for-me') {
    return letters.flatMap(({ words, headings, title }) => [
      title,
      ...words.map(({ word }) => word),
      ...headings.map(({ heading }) => heading.word),
    ]);
  }
  return letters.flatMap(letter => {
    const kept = letter.words.filter(word => mayHave(word, copy)).map(({ word }) => word);
    const headings = letter.headings
      .filter(({ below }) => below.some(word => mayHave(word, copy)))
      .map(({ heading }) => heading.word);
    const hasTitle = format !== 'pdf' && (copy.audience === 'for-me' || names === 'title');
    return [...kept, ...headings, ...(hasTitle ? [letter.title] : [])];
  });
}

const isKeptBack = ({ id, template }: Written, { copy, chosenOneByOne }: ExportRequest): boolean =>
  (template === 'honest-account' && copy.audience === 'for-partner') ||
  (template === 'unsent-letter' && !chosenOneByOne.includes(id));

/** Everything that is in the files, whatever they are packed in. */
function tokensIn(files: Readonly<Record<string, Uint8Array>>): readonly string[] {
  const texts = Object.entries(files).map(([name, bytes]): readonly string[] =>
    /\.(?:zip|docx)$/.test(name)
      ? tokensIn(unzipSync(bytes))
      : (Buffer.from(bytes).toString('utf8').match(TOKEN) ?? []),
  );
  return texts.flat();
}

/** A thousand vaults' worth of files that nobody waits for a disk to keep, where the system has such a place. */
function folderInMemory(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return temporaryFolder();
  const folder = mkdtempSync(join(memory, 'amends-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)].toSorted();

test(
  'for a thousand selections and markings, each format holds what was selected and allowed, and not one word more',
  { timeout: 600_000 },
  async () => {
    const app = await createTestApp({ folder: folderInMemory() });
    const ids: EntryId[] = [];
    for (let index = 0; index < LETTERS; index += 1) {
      const template = TEMPLATES[index % TEMPLATES.length] ?? null;
      const templateId = template === null ? null : TemplateId.parse(template);
      ids.push((await app.get('entries.create', { templateId, journeyId: null })).id);
    }
    const folder = folderInMemory();
    let letters: readonly Written[] = [];
    let run = 0;

    for (const choice of fc.sample(choices, RUNS)) {
      if (run % 10 === 0) letters = await fill(app, ids, run);
      const format = Formats.options[run % Formats.options.length] as ExportFormat;
      run += 1;
      const selected = choice.everything
        ? letters
        : letters.filter((_, index) => choice.picked.includes(index));
      const request: ExportRequest = {
        ...REQUEST,
        selection: choice.everything
          ? { of: 'everything' }
          : { of: 'entries', ids: selected.map(({ id }) => id) },
        chosenOneByOne: choice.oneByOne ? ids : [],
        copy: choice.copy,
        names: choice.names,
        bundle: choice.bundle,
        format,
        gate: GO,
      };
      const preview: ExportPreview = await app.get('exports.preview', request);
      const { reply } = await runExport(app, request, null, folder);
      const files = filesIn(folder);
      rmSync(folder, { recursive: true });
      mkdirSync(folder);

      const isThere = new Set(preview.entries.map(({ id }) => id));
      const going = selected.filter(letter => !isKeptBack(letter, request));
      const withWords = going.filter(({ id }) => isThere.has(id));
      expect(unique(tokensIn(files))).toEqual(unique(expected(withWords, request)));
      // What the preview left out has nothing that may be there, but perhaps whom it is to.
      const empty = going.filter(({ id }) => !isThere.has(id));
      for (const letter of empty) {
        const [greeting, ...words] = letter.words;
        expect(greeting).toBeDefined();
        expect(words.filter(word => mayHave(word, request.copy))).toEqual([]);
      }
      expect(reply.ok).toBe(withWords.length > 0);
      expect(Object.keys(files)).toHaveLength(withWords.length === 0 ? 0 : written(preview));
    }
  },
);

const written = ({ target, counts }: ExportPreview): number =>
  target === 'folder' ? counts.files : 1;
