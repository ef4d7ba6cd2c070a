import { useEffect, useRef } from 'react';

/** Finds the focus a new place when what had it went away as one of these values changed. */
export function useLostFocus(values: readonly unknown[], find: () => void): void {
  const before = useRef(values);
  useEffect(() => {
    const isSame = values.every((value, index) => Object.is(value, before.current[index]));
    before.current = values;
    if (!isSame && document.activeElement === document.body) find();
  });
}
