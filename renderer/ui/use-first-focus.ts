import { useEffect, useRef, type RefObject } from 'react';

/** Gives the focus to what is shown next, so that it is read out and the keys go on from there. */
export function useFirstFocus<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}
