/** How far Page Up and Page Down go. */
const PAGE = 7;

/** Where a key leads to in a list, from its line `at`; undefined for other keys. */
export function targetOf(key: string, at: number, length: number): number | undefined {
  const last = Math.max(0, length - 1);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, last),
    ArrowUp: Math.max(at - 1, 0),
    PageDown: Math.min(at + PAGE, last),
    PageUp: Math.max(at - PAGE, 0),
    Home: 0,
    End: last,
  };
  return targets[key];
}
