import { useEffect, useRef, useState } from 'react';
import type { WheelWord } from './vocabulary.ts';

const REST_MS = 180;

/**
 * The word under the pointer, and the one it last came to rest on. The second stays when the
 * pointer leaves, and a word that is only crossed on the way to the list does not count.
 */
export function usePointed() {
  const [word, setWord] = useState<WheelWord | null>(null);
  const [rested, setRested] = useState<WheelWord | null>(null);
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const point = (next: WheelWord | null) => {
    window.clearTimeout(timer.current);
    setWord(next);
    if (next !== null) timer.current = window.setTimeout(setRested, REST_MS, next);
  };
  const forget = () => {
    point(null);
    setRested(null);
  };
  return { word, rested, point, forget };
}
