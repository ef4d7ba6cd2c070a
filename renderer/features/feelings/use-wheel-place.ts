import { useState } from 'react';
import { invariant } from '#shared/assert.ts';
import type { Choosing } from './choosing.ts';
import type { WheelPlace } from './drawing.ts';
import { findWord, wheelWords } from './vocabulary.ts';

/** Where somebody is on a wheel: at first at a word that is chosen, or at the first of all. */
export function useWheelPlace({ chosen }: Choosing) {
  return useState<WheelPlace>(() => {
    const [word = wheelWords[0]] = chosen.flatMap(feeling => findWord(feeling.word) ?? []);
    invariant(word !== undefined, 'the shipped words have eight cores');
    return { word, isOpen: false };
  });
}
