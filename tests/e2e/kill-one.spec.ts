import type { Page } from '@playwright/test';
import { tell, times } from '../proofs/support/scale.ts';
import { expect, test } from '../support/ready.ts';
import { hasProc, isAlive, processesOf, type ProcessKind } from '../support/processes.ts';
import {
  openVault,
  goToSection,
  openOnlyLetter,
  section,
  SECTION,
  unlock,
  waitUntilSaved,
  writeLetter,
} from '../support/steps.ts';

/** How much typing may be lost that nobody was told is saved. */
const LOSS_MS = 2000;
const KILLS = times(2, 100);
const KEY_MS = 25;

test.skip(!hasProc, 'the one process to be killed is found in /proc, which only Linux has');

const firstLine = (page: Page) => section(page, SECTION).locator('p[dir=auto]').first();

interface Typed {
  readonly text: string;
  readonly at: number;
}

/** Types until its time is over, and returns what stood there after each key. */
async function typeFor(page: Page, begun: string, ms: number): Promise<Typed[]> {
  const typed: Typed[] = [];
  let text = begun;
  for (const end = performance.now() + ms; performance.now() < end;) {
    const key = String.fromCharCode(97 + (typed.length % 26));
    // The process that takes the keys may be the one that was just ended.
    const isTyped = await page.keyboard.type(key, { delay: KEY_MS }).then(
      () => true,
      () => false,
    );
    if (!isTyped) break;
    text += key;
    typed.push({ text, at: performance.now() });
  }
  return typed;
}

const VICTIMS: readonly ProcessKind[] = ['vault', 'page', 'main'];

for (const victim of VICTIMS) {
  test(`the ${victim} process is killed while typing: what was acknowledged is there`, async ({
    launch,
  }) => {
    test.setTimeout(60_000 + KILLS * 45_000);
    let app = await launch();
    const { userDataDir } = app;
    await openVault(app.page);
    await writeLetter(app.page, 'begin');
    let known = 'begin';
    let worst = 0;

    for (let round = 0; round < KILLS; round += 1) {
      const mainPid = await app.evaluateMain(() => process.pid);
      const all = processesOf(mainPid);
      const victims = all.filter(({ kind }) => kind === victim);
      expect(victims.length).toBeGreaterThan(0);

      // Acknowledged: the editor said "Saved" and nothing was typed since.
      const acknowledged = (await typeFor(app.page, known, 300)).at(-1)?.text ?? known;
      await waitUntilSaved(app.page);
      const killAfter = 300 + (2400 * round) / KILLS;
      const killing = new Promise<number>(done => {
        setTimeout(() => {
          for (const { pid } of victims) process.kill(pid, 'SIGKILL');
          done(performance.now());
        }, killAfter);
      });
      const typed = await typeFor(app.page, acknowledged, killAfter);
      const killedAt = await killing;

      if (victim === 'page') {
        // The window comes back by itself, locked, and with a process of its own.
        const shown = () =>
          app.evaluateMain(({ BrowserWindow }) => {
            const contents = BrowserWindow.getAllWindows()[0]?.webContents;
            return contents?.isLoading() === false ? contents.getURL() : 'loading';
          });
        await expect.poll(shown, { timeout: 15_000 }).toMatch(/^app:\/\/unlock(-again)?\/$/);
        expect(processesOf(mainPid).some(({ kind }) => kind === 'page')).toBe(true);
      }
      if (victim === 'main') {
        // Nothing of the app outlives it.
        await expect.poll(() => all.filter(({ pid }) => isAlive(pid))).toEqual([]);
      }
      await app.kill();
      app = await launch({ userDataDir });
      await unlock(app.page);
      await openOnlyLetter(app.page);
      const kept = (await firstLine(app.page).innerText()).trim();
      const all2s = typed.findLast(({ at }) => at < killedAt - LOSS_MS)?.text ?? acknowledged;
      expect(kept.startsWith(acknowledged), `"${kept}" lacks "${acknowledged}"`).toBe(true);
      expect(kept.startsWith(all2s), `kept "${kept}", needed "${all2s}"`).toBe(true);
      const before = typed.filter(({ at }) => at < killedAt);
      const lost = before.find(({ text }) => text.length > kept.length);
      worst = Math.max(worst, lost === undefined ? 0 : killedAt - lost.at);
      known = kept;
      await goToSection(app.page, SECTION);
    }
    tell(
      `kill, ${victim} process: ${KILLS} kills while typing, 0 acknowledged lost, ` +
        `at most ${Math.round(worst)} ms of unacknowledged typing lost`,
    );
  });
}
