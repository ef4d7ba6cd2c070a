import { paragraphOf } from '#shared/domain/document.ts';
import { plainPaper } from '#shared/domain/print.ts';
import { launchApp } from '../support/launch-app.ts';
import { createVault } from '../support/steps.ts';
import { writtenLetter } from '../support/vault-calls.ts';
import { aLetterText, createRandom } from './letters.ts';
import { percentile } from './table.ts';

const ROUNDS = 12;
/** Milliseconds for one letter, after the preview is open. */
const TARGET = 1000;

/** How long a letter takes to become the PDF that the preview shows, in the whole app. */
export async function benchPrinting(): Promise<void> {
  const { page, close } = await launchApp();
  try {
    await createVault(page);
    const random = createRandom(7);
    const paragraphs = Array.from({ length: 3 }, () => paragraphOf(aLetterText(random)));
    const made = { templateId: null, journeyId: null };
    const { id } = await writtenLetter(page, made, { blocks: () => paragraphs });
    const copy = { audience: 'for-me', withPrivate: false } as const;
    const taken: number[] = [];
    for (let round = -1; round < ROUNDS; round += 1) {
      const options = { ...plainPaper('a4'), headings: round % 2 === 0 };
      const milliseconds = await page.evaluate(
        async request => {
          const start = performance.now();
          await window.bridge.invoke('shell.printPreview', request);
          return performance.now() - start;
        },
        { id, options, copy },
      );
      // The first one opens the preview.
      if (round >= 0) taken.push(milliseconds);
    }
    const [middle, most] = [percentile(taken, 0.5), percentile(taken, 0.95)];
    console.log(
      `One letter to PDF: ${middle.toFixed(0)} ms, 95 of 100 within ${most.toFixed(0)} ms ` +
        `(target ${TARGET} ms: ${middle < TARGET ? 'reached' : 'missed'})`,
    );
  } finally {
    await close();
  }
}
