import { tell, times } from '../proofs/support/scale.ts';
import { expect, test } from '../support/ready.ts';
import {
  openVault,
  goToSection,
  openOnlyLetter,
  section,
  SECTION,
  unlock,
  writeLetter,
} from '../support/steps.ts';

/** How much typing may be lost when everything ends at once. */
const LOSS_MS = 1000;
const KILLS = times(20, 50);
const KEY_MS = 30;
/** Spread over tests so that they run side by side. */
const BATCHES = 5;
const ROUNDS = KILLS / BATCHES;

for (let batch = 0; batch < BATCHES; batch += 1) {
  test(`ended at any moment while typing, the letter keeps all but its last second (${batch + 1})`, async ({
    launch,
  }) => {
    test.setTimeout(ROUNDS * 48_000);
    let app = await launch();
    const { userDataDir } = app;
    await openVault(app.page);
    await writeLetter(app.page, 'begin');
    let known = 'begin';
    let worst = 0;

    for (let round = 0; round < ROUNDS; round += 1) {
      const typed: { text: string; at: number }[] = [];
      // Every moment of the rhythm of saving is met: the numbers are spread evenly, not drawn.
      const killAfter = 400 + ((batch * ROUNDS + round) * 2600) / KILLS;
      const started = performance.now();
      let text = known;
      while (performance.now() - started < killAfter) {
        const key = String.fromCharCode(97 + (typed.length % 26));
        await app.page.keyboard.type(key, { delay: KEY_MS });
        text += key;
        typed.push({ text, at: performance.now() });
      }
      const killedAt = performance.now();
      await app.kill();

      app = await launch({ userDataDir });
      await unlock(app.page);
      await openOnlyLetter(app.page);
      const kept = (
        await section(app.page, SECTION).locator('p[dir=auto]').first().innerText()
      ).trim();
      const mustHave = typed.findLast(({ at }) => at < killedAt - LOSS_MS)?.text ?? known;
      expect(kept.startsWith(mustHave), `kept "${kept}", needed "${mustHave}"`).toBe(true);
      expect(text.startsWith(kept)).toBe(true);
      const lost = typed.find(after => after.text.length > kept.length);
      worst = Math.max(worst, lost === undefined ? 0 : killedAt - lost.at);
      known = kept;
      await goToSection(app.page, SECTION);
    }
    tell(
      `kill, all processes (${batch + 1} of ${BATCHES}): ${ROUNDS} kills while typing, ` +
        `at most ${Math.round(worst)} ms of typing lost`,
    );
  });
}
