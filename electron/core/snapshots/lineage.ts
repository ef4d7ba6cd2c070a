import { forksOf, savesOf, type Fork } from '../db/notes.ts';
import type { ReadDb } from '../db/statements.ts';
import type { Memory } from '../vault/memory.ts';
import type { Manifest } from './manifest.ts';

/** How far a vault has come, to tell what came before it from what may be beside it. */
export interface Lineage {
  readonly saves: number;
  /** Both kinds: those that someone meant, and those that were only noticed. */
  readonly forks: readonly Fork[];
}

export const lineageOf = (db: ReadDb, memory: Memory): Lineage => ({
  saves: savesOf(db),
  forks: [...forksOf(db), ...memory.now().forks],
});

type Made = Pick<Manifest, 'saves' | 'madeAt'>;

/**
 * Whether a backup may hold writing that this vault never had: it saw more than the vault, or than
 * an older state that the vault went on from. All that it holds is then worth keeping.
 */
export const cameFurther = (backup: Made, { saves, forks }: Lineage): boolean =>
  backup.saves > saves || isBesideFork(backup, forks);

const isBesideFork = ({ saves, madeAt }: Made, forks: readonly Fork[]): boolean =>
  forks.some(fork => madeAt < fork.at && saves > fork.saves);

/** Whether one of these saw more than the vault has, and nothing that is known says why. */
export const isAhead = (backups: readonly Made[], { saves, forks }: Lineage): boolean =>
  backups.some(backup => backup.saves > saves && !isBesideFork(backup, forks));

/** Remembers that what is here is older than something that is or was elsewhere. */
export const noteAhead = (memory: Memory, fork: Fork): void => {
  const { forks } = memory.now();
  const isKnown = forks.some(({ saves }) => saves === fork.saves);
  if (!isKnown) memory.change({ forks: [...forks, fork] });
};
