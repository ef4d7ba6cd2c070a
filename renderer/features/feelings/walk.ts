import { childrenOf, findWord, wheelWords, wordsOfRing, type WheelWord } from './vocabulary.ts';

/** Where an arrow key leads on the wheel; undefined for other keys, and where nothing is further on. */
export function walk(from: WheelWord, key: string): WheelWord | undefined {
  const ring = wordsOfRing(from.ring);
  const at = ring.indexOf(from);
  switch (key) {
    case 'ArrowDown':
      return ring[(at + 1) % ring.length];
    case 'ArrowUp':
      return ring.at(at - 1);
    case 'ArrowRight':
      return childrenOf(from)[0];
    case 'ArrowLeft':
      return from.parent === null ? undefined : findWord(from.parent);
    case 'Home':
      return ring[0];
    case 'End':
      return ring.at(-1);
    default:
      return undefined;
  }
}

/** The next word that begins with what is being typed, round the end; the same one if none does. */
export function wordTyped(from: WheelWord, typed: string): WheelWord {
  const at = placeTyped(
    wheelWords.map(({ word }) => word),
    wheelWords.indexOf(from),
    typed,
  );
  return wheelWords[at] ?? from;
}

/** The place of the next of these words that begins with what is being typed. */
export function placeTyped(words: readonly string[], from: number, typed: string): number {
  const wanted = typed.toLocaleLowerCase();
  // While one word is being typed the current place may stay; a single letter moves on.
  const first = typed.length > 1 ? from : from + 1;
  const order = words.map((_, index) => (first + index) % words.length);
  return order.find(index => words[index]?.toLocaleLowerCase().startsWith(wanted)) ?? from;
}
