/** What the person asked for, and only the page can keep from happening. */
export type Leaving = 'lock' | 'close';

/**
 * How long the page may take to answer. It gives up by itself sooner than it must when the person is
 * there to be asked. A page that says nothing at all hangs, is gone or is not there yet, and can not
 * hold anything.
 */
const BY_HAND_MS = 5000;
const BY_COMPUTER_MS = 1000;

/** Asks the page to save what was typed, before a lock or a close takes it away. */
export interface LastSave {
  /** Whether it may happen: everything is saved, or there is nobody to say so. */
  readonly ask: (leaving: Leaving) => Promise<boolean>;
  /**
   * For a lock that comes in any case, such as of a computer that goes to sleep. Returns whether the
   * page answered in time.
   */
  readonly tell: () => Promise<boolean>;
  /** The page's answer to what it was asked. What it returns was held back. */
  readonly answered: (asked: number, saved: boolean) => Leaving | null;
}

interface Waiting {
  readonly leaving: Leaving | null;
  readonly decide: (outcome: Outcome) => void;
}

interface Outcome {
  readonly mayGo: boolean;
  readonly isAnswered: boolean;
}

/** `announce` tells the page, with a number that its answer names. */
export function createLastSave(announce: (asked: number) => void): LastSave {
  /** By their numbers. An answer says nothing of what the page was asked after it. */
  const waiting = new Map<number, Waiting>();
  let last = 0;

  function decideUpTo(asked: number, { mayGo, isAnswered }: Outcome): Leaving | null {
    const decided = [...waiting].filter(([each]) => each <= asked);
    // Nobody is asked any more once one of them happens whatever the page says.
    const goes = mayGo || [...waiting.values()].some(({ leaving }) => leaving === null);
    for (const [each, { decide }] of decided) {
      waiting.delete(each);
      decide({ mayGo: goes, isAnswered });
    }
    return goes ? null : (decided.at(-1)?.[1].leaving ?? null);
  }

  async function wait(leaving: Leaving | null, patience: number): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const asked = (last += 1);
    const late = setTimeout(decideUpTo, patience, asked, { mayGo: true, isAnswered: false });
    waiting.set(asked, { leaving, decide: resolve });
    announce(asked);
    const outcome = await promise;
    clearTimeout(late);
    return outcome;
  }

  return {
    ask: async leaving => (await wait(leaving, BY_HAND_MS)).mayGo,
    tell: async () => (await wait(null, BY_COMPUTER_MS)).isAnswered,
    answered: (asked, saved) => decideUpTo(asked, { mayGo: saved, isAnswered: true }),
  };
}
