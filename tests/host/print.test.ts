import { execFileSync, spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningApp } from '../support/launch-app.ts';
import { launchFixture, type FixtureMain } from './fixture-app.ts';

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

let app: RunningApp;
beforeAll(async () => {
  app = await launchFixture();
});
afterAll(() => app.close());

const print = (pageSize: 'A4' | 'Letter') =>
  app.evaluateMain(async ({ BrowserWindow }, size) => {
    const { main } = globalThis as unknown as FixtureMain;
    const hidden = new BrowserWindow({
      show: false,
      webPreferences: { session: main.webContents.session, javascript: false },
    });
    await hidden.loadURL('app://paper/');
    const script: unknown = await hidden.webContents.executeJavaScript(
      'document.body.dataset.script',
    );
    const pdf = await hidden.webContents.printToPDF({ pageSize: size, printBackground: true });
    hidden.destroy();
    return { script, pdf: new Uint8Array(pdf) };
  }, pageSize);

test('a window that is never shown prints its words, and runs no script', async () => {
  const { script, pdf } = await print('A4');
  expect(script).toBeUndefined();
  expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  expect(app.page.context().pages()).toContain(app.page);
  expect(await app.page.title()).toBe('one');
});

test.skipIf(!hasPoppler)(
  'the words can be read back, on the paper that was asked for',
  async () => {
    for (const [paper, size] of [
      ['A4', /595.* x 84[12]/],
      ['Letter', /612 x 792/],
    ] as const) {
      const { pdf } = await print(paper);
      expect(execFileSync('pdftotext', ['-', '-'], { input: pdf }).toString()).toContain(
        'Page paper',
      );
      expect(execFileSync('pdfinfo', ['-'], { input: pdf }).toString()).toMatch(size);
    }
  },
);

test('paper on which nothing can be printed is refused', async () => {
  const failure = app.evaluateMain(() =>
    (globalThis as unknown as FixtureMain).main.webContents.printToPDF({
      pageSize: 'A99' as never,
    }),
  );
  await expect(failure).rejects.toThrow('Invalid pageSize A99');
});
