import { app } from 'electron';
import { refusalOf, refusedOption } from './refused-option.ts';

/** Exit code for wrong usage: EX_CONFIG of sysexits.h, as security.md 2.3 asks. */
const REFUSED = 78;

/**
 * Ends the app when it was started with an option it does not know. Chromium obeys options such as
 * `--remote-debugging-port`, with which anyone at this computer could read an open letter, and no
 * fuse turns them off. Runs before anything else.
 */
export function refuseUnknownSwitches(): void {
  const { isPackaged } = app;
  const { platform } = process;
  const refused = refusedOption(process.argv.slice(1), { isPackaged, platform });
  if (refused === undefined) return;
  console.error(refusalOf(refused, isPackaged));
  app.exit(REFUSED);
  process.exit(REFUSED);
}
