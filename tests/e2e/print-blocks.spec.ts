import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { blockOfParts, lineOf, scaleOf } from '#shared/domain/blocks.ts';
import type { Entry } from '#shared/domain/entry.ts';
import { plainPaper, type PrintOptions } from '#shared/domain/print.ts';
import { aCommitment, aPicture, documentWith, draftOf, formatted } from '../support/builders.ts';
import { expect, test } from '../support/ready.ts';
import { openVault } from '../support/steps.ts';

const OPTIONS: PrintOptions = { ...plainPaper('a4'), pageNumbers: false };

test('every kind of block, and a picture of the vault, stand in the PDF', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await openVault(page);
  const call = <T>(procedure: string, input: unknown): Promise<T> =>
    page.evaluate(
      async ([name, asked]) => {
        const { bridge } = window as unknown as {
          bridge: { invoke: (name: string, input: unknown) => Promise<{ value: T }> };
        };
        return (await bridge.invoke(name, asked)).value;
      },
      [procedure, input] as const,
    );

  const picture = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(1200, 1600);
    const context = canvas.getContext('2d');
    if (context !== null) context.fillStyle = 'teal';
    context?.fillRect(0, 0, 1200, 1600);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const { bridge } = window as unknown as {
      bridge: { invoke: (name: string, input: unknown) => Promise<{ value: string }> };
    };
    const sent = { bytes, mediaType: 'image/png', width: 1200, height: 1600 };
    return (await bridge.invoke('pictures.add', sent)).value;
  });
  const entry = await call<Entry>('entries.create', { templateId: null, journeyId: null });
  const document = documentWith([
    blockOfParts('statement', { when: 'it rains', feel: 'calm', need: 'rest', like: 'tea' }),
    aCommitment({ who: 'I', what: 'call', by: '1 June 2026' }, 'kept'),
    blockOfParts('answer', { heard: 'You lied.', reply: 'I did.' }),
    blockOfParts('ladder', { first: 'NEVER PRINTED' }),
    { ...scaleOf({ minLabel: 'Low', maxLabel: 'High' }), value: 6 },
    lineOf('feelings', 'very hurt'),
    aPicture('0', {
      picture,
      description: 'A door',
      width: 50,
      children: [formatted('The red door', 2)],
    }),
  ]);
  await call('entries.saveDraft', { ...draftOf(entry), document });

  const request = { id: entry.id, options: OPTIONS };
  const pdf = await page.evaluate(async asked => {
    const { bridge } = window as unknown as {
      bridge: { invoke: (name: string, input: unknown) => Promise<{ value: { pdf: Uint8Array } }> };
    };
    return [...(await bridge.invoke('shell.printPreview', asked)).value.pdf];
  }, request);
  const file = join(app.userDataDir, 'blocks.pdf');
  writeFileSync(file, Uint8Array.from(pdf));

  const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
  for (const line of [
    'When it rains, I feel calm, because I need rest. I would like tea.',
    'I will call by 1 June 2026. This was kept.',
    'You lied. I did.',
    '6 of 10 (0 Low – 10 High)',
    'very hurt',
    'The red door',
  ]) {
    expect(text).toContain(line);
  }
  expect(text).not.toContain('NEVER');
  const images = execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' });
  expect(images).toMatch(/\s1200\s+1600\s/);
});
