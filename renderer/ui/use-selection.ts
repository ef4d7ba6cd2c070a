import { useMemo, useState } from 'react';
import { AT_ONCE_MAX } from '#shared/domain/trash.ts';
import { isMac } from './keys.ts';
import { extended, nothingSelected, toggled, type Selection } from './selection.ts';

/** Several rows of a list that something is done to at once, for those who want that. */
export interface Selecting<T> {
  /** Whether the rows can be selected now; else a press does to one what it always does. */
  readonly isOn: boolean;
  /** Those that are selected and still there, in the order of the list. */
  readonly chosen: readonly T[];
  readonly has: (row: T) => boolean;
  readonly begin: () => void;
  readonly end: () => void;
  readonly toggle: (row: T) => void;
  /** Selects from the row that was selected by itself last, or from `here`, to this one. */
  readonly extend: (to: T, here: T) => void;
  readonly selectAll: () => void;
}

/** Nothing is selected, and nothing can be, until it begins. */
export function useSelection<T>(rows: readonly T[]): Selecting<T> {
  const [selection, setSelection] = useState<Selection<T> | null>(null);
  const chosen = useMemo(
    () => rows.filter(row => selection?.chosen.has(row)).slice(0, AT_ONCE_MAX),
    [rows, selection],
  );
  return {
    isOn: selection !== null && rows.length > 0,
    chosen,
    has: row => selection?.chosen.has(row) === true,
    begin: () => setSelection(nothingSelected),
    end: () => setSelection(null),
    toggle: row => setSelection(now => toggled(now ?? nothingSelected, row)),
    extend: (to, here) => setSelection(now => extended(now ?? nothingSelected, rows, to, here)),
    selectAll: () =>
      setSelection({ ...nothingSelected, chosen: new Set(rows.slice(0, AT_ONCE_MAX)) }),
  };
}

interface Press {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Whether a press, or a key, means one row more; on a Mac the Control key asks for a menu. */
export const isOneMore = ({ ctrlKey, metaKey }: Press): boolean => (isMac ? metaKey : ctrlKey);

/** Selects with a press of the mouse, if it means that. Returns whether it did. */
export function selectWith<T>(selecting: Selecting<T>, press: Press, row: T, here: T): boolean {
  if (press.shiftKey) selecting.extend(row, here);
  else if (selecting.isOn || isOneMore(press)) selecting.toggle(row);
  else return false;
  return true;
}
