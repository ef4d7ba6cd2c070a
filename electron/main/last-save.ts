/** What the person asked for, and only the page can keep from happening. */
export type Leaving = 'lock' | 'close';

/**
 * How long the page may take to answer. It gives up by itself sooner than it must when the person is
 * there to be asked. A page that says nothing at all hangs or is gone, and can not hold anything.
 */
const BY_HAND_MS = 5000;
const BY_COMPUTER_MS = 1000;

/** Asks the page to save what was typed, before a lock or a close takes it away. */
export interface LastSave {
  /** Whether it may happen: everything is saved, or there is nobody to say so. */
  readonly ask: (leaving: Leaving) => Promise<boolean>;
  /** For a lock that comes in any case, such as of a computer that goes to sleep. */
  readonly tell: () => Promise<void>;
  /** The page's answer. What it returns was held back. */
  readonly answered: (saved: boolean) => Leaving | null;
}

interface Waiting {
  readonly leaving: Leaving | null;
  readonly decide: (mayGo: boolean) => void;
}

/** `announce` tells the page. */
export function createLastSave(announce: () => void): LastSave {
  const waiting = new Set<Waiting>();

  function decideAll(mayGo: boolean): Leaving | null {
    const all = [...waiting];
    waiting.clear();
    // Nobody is asked any more once one of them happens whatever the page says.
    const goes = mayGo || all.some(({ leaving }) => leaving === null);
    for (const { decide } of all) decide(goes);
    return goes ? null : (all.at(-1)?.leaving ?? null);
  }

  async function wait(leaving: Leaving | null, patience: number): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const late = setTimeout(decideAll, patience, true);
    waiting.add({ leaving, decide: resolve });
    announce();
    const mayGo = await promise;
    clearTimeout(late);
    return mayGo;
  }

  return {
    ask: leaving => wait(leaving, BY_HAND_MS),
    async tell() {
      await wait(null, BY_COMPUTER_MS);
    },
    answered: decideAll,
  };
}
