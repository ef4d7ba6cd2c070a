import { useLayoutEffect, useState } from 'react';

/** The smallest place in which a wheel of three rings can be read, with words beside it. */
const WIDTH = 760;
const HEIGHT = 450;

/** Whether there is room for the whole wheel and more in the element that is given the returned ref. */
export function useFits() {
  const [box, setBox] = useState<HTMLElement | null>(null);
  const [fits, setFits] = useState(true);
  useLayoutEffect(() => {
    if (box === null) return undefined;
    const measure = () => setFits(box.clientWidth >= WIDTH && box.clientHeight >= HEIGHT);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [box]);
  return [fits, setBox] as const;
}
