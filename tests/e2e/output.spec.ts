import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Decrypter } from 'age-encryption';
import { unzipSync } from 'fflate';
import { withMark } from '#shared/domain/audience.ts';
import { blockOfParts } from '#shared/domain/blocks.ts';
import { paragraphOf, type DocumentNode } from '#shared/domain/document.ts';
import type { Entry } from '#shared/domain/entry.ts';
import { plainPaper, type PrintOptions } from '#shared/domain/print.ts';
import { aNode, documentWith, draftOf } from '../support/builders.ts';
import { expect, test } from '../support/ready.ts';
import { openVault } from '../support/steps.ts';
import { answerOpen, answerSave } from '../support/system-dialogs.ts';

interface Reply<T> {
  readonly ok: boolean;
  readonly value: T;
  readonly error?: { readonly code: string };
}

/** Asks a procedure as the page does. */
const ask = <T>(page: Page, procedure: string, input: unknown): Promise<Reply<T>> =>
  page.evaluate(
    async ([name, asked]) => {
      const { bridge } = window as unknown as {
        bridge: { invoke: (name: string, input: unknown) => Promise<Reply<T>> };
      };
      return bridge.invoke(name, asked);
    },
    [procedure, input] as const,
  );

async function compose(page: Page, nodes: readonly DocumentNode[]): Promise<Entry> {
  const created = await ask<Entry>(page, 'entries.create', { templateId: null, journeyId: null });
  const entry = created.value;
  await ask(page, 'entries.saveDraft', { ...draftOf(entry), document: documentWith(nodes) });
  return entry;
}

/** The PDF of a letter as the preview shows it. */
async function pdfOf(page: Page, id: string, options: PrintOptions, file: string): Promise<void> {
  const bytes = await page.evaluate(
    async asked => {
      const { bridge } = window as unknown as {
        bridge: { invoke: (name: string, input: unknown) => Promise<Reply<{ pdf: Uint8Array }>> };
      };
      return Array.from((await bridge.invoke('shell.printPreview', asked)).value.pdf);
    },
    { id, options },
  );
  writeFileSync(file, Uint8Array.from(bytes));
}

const pdftotext = (file: string): string =>
  execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
const pdfinfo = (file: string): string => execFileSync('pdfinfo', [file], { encoding: 'utf8' });

const SENTENCES = 'You were not there when I came home, and the lamp was still on. ';
const LETTER = [
  aNode('salutation', ['Dear M.,']),
  paragraphOf(SENTENCES.repeat(4)),
  aNode('paragraph', [
    'As it says ',
    aNode('link', ['there'], { url: 'https://a.example/page' }),
    '.',
  ]),
  blockOfParts('statement', {
    when: 'you came late',
    feel: 'alone',
    need: 'to be told',
    like: 'a call',
  }),
  blockOfParts('statement', {
    when: 'you listened',
    feel: 'calmer',
    need: 'time',
    like: 'more of it',
  }),
  ...Array.from({ length: 12 }, () => paragraphOf(SENTENCES.repeat(5))),
];

test('paper, type, margins and layouts are those that were chosen', async ({ launch }, info) => {
  const { page } = await launch();
  await openVault(page);
  const { id } = await compose(page, LETTER);
  const made = async (name: string, change: Partial<PrintOptions>) => {
    const file = info.outputPath(`${name}.pdf`);
    await pdfOf(page, id, { ...plainPaper('a4'), ...change }, file);
    return { info: pdfinfo(file), text: pdftotext(file) };
  };

  const plain = await made('plain', {});
  expect(plain.info).toMatch(/Page size:\s+59[45][\d.]* x 84[12]/);
  expect(plain.info).toMatch(/Title:\s+Letter\n/);
  expect(plain.text).not.toMatch(/\d of \d/);

  const small = await made('a5', { paper: 'a5', font: 'sans', size: 10, margins: 'narrow' });
  expect(small.info).toMatch(/Page size:\s+(?:419|420)[\d.]* x 59[45]/);
  const wide = await made('wide', { margins: 'wide', size: 14, lineSpacing: 'wide' });
  const pages = (said: string) => Number(/Pages:\s+(\d+)/.exec(said)?.[1]);
  expect(pages(wide.info)).toBeGreaterThan(pages(plain.info));

  const bare = await made('bare', { date: false, salutation: false, links: 'notes' });
  expect(bare.text).not.toContain('Dear M.');
  expect(bare.text).not.toMatch(/20\d\d/);
  expect(bare.text).toMatch(/there\s*1/);
  expect(bare.text).toMatch(/1\.\s+https:\/\/a\.example\/page/);

  const aloud = await made('read-aloud', { layout: 'read-aloud' });
  expect(aloud.text).toContain(`1 of ${pages(aloud.info)}`);
  expect(aloud.text).toContain(`${pages(aloud.info)} of ${pages(aloud.info)}`);
  expect(aloud.text.match(/‖/g)?.length).toBeGreaterThan(10);
  expect(aloud.text).not.toContain('Amends');

  const cards = await made('cards', { layout: 'cards', date: false, pageNumbers: false });
  expect(cards.text.replace(/\s+/g, ' ')).toMatch(/When you came late.*When you listened|I feel/);
  expect(cards.text).not.toContain('lamp');
});

test('letters leave as PDFs in one file, without what is not for the other person', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await openVault(page);
  await compose(page, [paragraphOf('First.'), withMark(paragraphOf('MINE'), 'private')]);
  await compose(page, [paragraphOf('Second.')]);
  const folder = mkdtempSync(join(tmpdir(), 'amends-output-'));
  try {
    await answerOpen(app, [folder]);
    const request = {
      selection: { of: 'everything' },
      copy: { audience: 'for-partner', withPrivate: false },
      format: 'pdf',
      options: plainPaper('a4'),
      gate: [{ side: 'was-hurt', result: 'go', goOn: true }],
    };
    const refused = await ask(page, 'exports.prepare', {
      request: { ...request, gate: [] },
      passphrase: null,
    });
    expect(refused.error?.code).toBe('export.gate');
    const prepared = await ask<{ id: string }>(page, 'exports.prepare', {
      request,
      passphrase: null,
    });
    const { id } = prepared.value;
    const begun = await ask(page, 'exports.begin', { id, path: folder });
    expect(begun.error?.code).toBe('ipc.untrustedSender');

    const run = await ask<{ path: string; files: number }>(page, 'shell.runExport', id);
    expect(run).toMatchObject({ ok: true, value: { files: 2, entries: 2, hasReceipt: true } });
    const made = readdirSync(run.value.path).toSorted();
    expect(made).toHaveLength(2);
    const texts = made.map(name => pdftotext(join(run.value.path, name))).join('\n');
    expect(texts).toMatch(/First\.[^]*Second\.|Second\.[^]*First\./);
    expect(texts).not.toContain('MINE');
    expect(made.map(name => readFileSync(join(run.value.path, name)).includes('MINE'))).toEqual([
      false,
      false,
    ]);
    const receipts = await ask<unknown[]>(page, 'exports.receipts', undefined);
    expect(receipts.value).toMatchObject([{ audience: 'for-partner', format: 'pdf' }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('Word files leave sealed, in one file that the passphrase opens', async ({ launch }, info) => {
  const app = await launch();
  const { page } = app;
  await openVault(page);
  await compose(page, [paragraphOf('First.')]);
  await compose(page, [paragraphOf('Second.')]);
  const path = info.outputPath('chosen.zip.age');
  await answerSave(app, path);
  const request = {
    selection: { of: 'everything' },
    copy: { audience: 'for-me', withPrivate: false },
    format: 'docx',
    bundle: 'folder',
    options: plainPaper('letter'),
  };
  const passphrase = 'four words are enough';
  const prepared = await ask<{ id: string }>(page, 'exports.prepare', { request, passphrase });
  const run = await ask(page, 'shell.runExport', prepared.value.id);
  expect(run).toMatchObject({ ok: true, value: { path, files: 1, entries: 2 } });

  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const files = unzipSync(await decrypter.decrypt(readFileSync(path)));
  const words = Object.values(files).map(file =>
    Buffer.from(unzipSync(file)['word/document.xml'] ?? []).toString('utf8'),
  );
  expect(words.filter(text => /First\.|Second\./.test(text))).toHaveLength(2);
});
