import { appendFileSync } from 'node:fs';

/** `npm run test:long` asks for the long form of every proof. */
export const IS_LONG = process.env['AMENDS_LONG'] === '1';

/** How often something is tried: the short form belongs to `npm test`. */
export const times = (short: number, long: number): number => (IS_LONG ? long : short);

/** Tells a figure to whoever watches, and to the summary at the end of the run. */
export function tell(figure: string): void {
  process.stdout.write(`  ${figure}\n`);
  const file = process.env['AMENDS_FIGURES'];
  if (file !== undefined) appendFileSync(file, `${figure}\n`);
}
