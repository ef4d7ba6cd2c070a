import { useEffect, useLayoutEffect, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { Finder } from '../../editor/Editor.tsx';

type Field = RefObject<HTMLInputElement | null>;
type Bar = RefObject<HTMLElement | null>;

/** Every wish to find or replace leads into the field where the next word belongs. */
export function useFocusWhenAsked(finder: Finder, field: Field, replaceField: Field): void {
  const asked = useStore(finder.state, state => state.asked);
  useEffect(() => {
    const { wanted } = finder.state.getState();
    const isKnown = asked.for === 'replace' && wanted.text !== '';
    const next = isKnown ? replaceField.current : field.current;
    next?.focus();
    next?.select();
  }, [asked, finder, field, replaceField]);
}

/** What opens above the text, or becomes higher, covers nothing of what is looked at. */
export function useRoom(finder: Finder, bar: Bar): void {
  // Before the bar is gone: the page would stop at its new end, and then be moved once more.
  useLayoutEffect(() => {
    const watched = bar.current;
    if (watched === null) return undefined;
    const observer = new ResizeObserver(() => finder.makeRoom(watched.offsetHeight));
    observer.observe(watched);
    return () => {
      observer.disconnect();
      finder.makeRoom(0);
    };
  }, [finder, bar]);
}

/** Escape closes it from the letter as well, unless it is meant for something that lies over it. */
export function useCloseOnEscape(finder: Finder, bar: Bar): void {
  useEffect(() => {
    const around = bar.current?.parentElement;
    if (around === null || around === undefined) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      if (around.querySelector(':popover-open') !== null) return;
      event.preventDefault();
      event.stopPropagation();
      finder.close();
    };
    around.addEventListener('keydown', onKeyDown);
    return () => around.removeEventListener('keydown', onKeyDown);
  }, [finder, bar]);
}
