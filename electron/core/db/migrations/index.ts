import type { Migration } from '../migrate.ts';
import { initial } from './0001-initial.ts';
import { guidedPath } from './0002-guided-path.ts';
import { keptTexts } from './0003-kept-texts.ts';
import { receipts } from './0004-receipts.ts';
import { sealedLetters } from './0005-sealed-letters.ts';
import { daysAreRead } from './0006-days-are-read.ts';

/** Every migration, in order. One that was released is never changed again. */
export const migrations: readonly Migration[] = [
  initial,
  guidedPath,
  keptTexts,
  receipts,
  sealedLetters,
  daysAreRead,
];
