import type { Page } from 'playwright-core';
import type { Document } from '#shared/domain/document.ts';
import { launchApp } from '../support/launch-app.ts';
import { createVault } from '../support/steps.ts';
import { largeLetter } from './typing/long-letter.ts';

const TITLE = 'A very long letter';

/** Milliseconds from each click to the frame that showed the text. */
export interface Openings {
  /** The pointer rests on the letter before it presses, as a hand does: the letter is read then. */
  readonly rested: number[];
  /** It presses, and lets go, in the moment in which it comes, which no hand can. */
  readonly atOnce: number[];
}

/** Opens a large letter from the list of all writing, in the whole app, and times each opening. */
export async function openInApp(rounds: number): Promise<Openings> {
  const { page, close } = await launchApp();
  try {
    await createVault(page);
    await page.evaluate(keepLetter, { document: largeLetter(), title: TITLE });
    await page.evaluate(timeOpenings);
    const openings: Openings = { rested: [], atOnce: [] };
    for (let round = -2; round < rounds; round++) {
      const rested = await openOnce(page, 300);
      const atOnce = await openOnce(page, 0);
      // The first rounds warm the app up.
      if (round < 0) continue;
      openings.rested.push(rested);
      openings.atOnce.push(atOnce);
    }
    return openings;
  } finally {
    await close();
  }
}

async function openOnce(page: Page, restMs: number): Promise<number> {
  await page.keyboard.press('ControlOrMeta+Shift+a');
  const row = page.getByRole('button', { name: new RegExp(`^${TITLE}`) });
  await page.mouse.move(5, 5);
  await page.waitForTimeout(300);
  await row.hover();
  await page.waitForTimeout(restMs);
  await row.click();
  await page.waitForFunction(() => window.takenOpening !== undefined);
  const taken = await page.evaluate(() => window.takenOpening);
  await page.waitForTimeout(200);
  return taken ?? Number.NaN;
}

declare global {
  interface Window {
    /** Milliseconds from the last click to the frame that showed a letter. */
    takenOpening: number | undefined;
  }
}

async function keepLetter({
  document,
  title,
}: {
  document: Document;
  title: string;
}): Promise<void> {
  const entry = (await window.bridge.invoke('entries.create', {
    templateId: null,
    journeyId: null,
  })) as { value: { id: string; version: number; writtenOn: string } };
  const { id, version, writtenOn } = entry.value;
  await window.bridge.invoke('entries.saveDraft', {
    id,
    baseVersion: version,
    seq: 1,
    title,
    writtenOn,
    document,
  });
}

/** Runs in the page: waits after every click for the frame that shows the text of a letter. */
function timeOpenings(): void {
  const shownAfter = (clicked: number) => {
    requestAnimationFrame(() => {
      const text = document.querySelector('[contenteditable="true"]')?.textContent ?? '';
      if (text.length < 1000) {
        shownAfter(clicked);
        return;
      }
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        window.takenOpening = performance.now() - clicked;
      });
      port1.start();
      port2.postMessage(null);
    });
  };
  addEventListener(
    'click',
    event => {
      window.takenOpening = undefined;
      shownAfter(event.timeStamp);
    },
    { capture: true },
  );
}
