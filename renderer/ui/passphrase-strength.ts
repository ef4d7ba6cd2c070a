import { useEffect, useState } from 'react';

export type Score = 0 | 1 | 2 | 3 | 4;

export interface Strength {
  readonly score: Score;
  /** What makes it easy to guess, if one thing stands out. */
  readonly warning: string | null;
}

/** Beyond this a passphrase is strong, and looking at more of it only costs time. */
const LOOKED_AT = 64;
const REST_MS = 180;

/** Loaded when the first character is typed: the word lists are larger than the rest of the page. */
const loadEstimator = async () => {
  const [core, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new core.ZxcvbnFactory({
    translations: english.translations,
    graphs: common.adjacencyGraphs,
    dictionary: { ...common.dictionary, ...english.dictionary },
    maxLength: LOOKED_AT,
  });
};

let estimator: ReturnType<typeof loadEstimator> | undefined;

async function estimate(passphrase: string): Promise<Strength> {
  estimator ??= loadEstimator();
  const { score, feedback } = (await estimator).check(passphrase);
  return { score, warning: feedback.warning };
}

/** How hard a passphrase is to guess; null while it is empty or not looked at yet. */
export function usePassphraseStrength(passphrase: string): Strength | null {
  const [known, setKnown] = useState<Strength | null>(null);
  useEffect(() => {
    if (passphrase === '') return undefined;
    let current = true;
    // Typing goes first: it is looked at when the keys rest and the page has nothing else to do.
    const timer = setTimeout(() => {
      requestIdleCallback(() => void look());
    }, REST_MS);
    async function look() {
      if (!current) return;
      const strength = await estimate(passphrase);
      if (current) setKnown(strength);
    }
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [passphrase]);
  return passphrase === '' ? null : known;
}
