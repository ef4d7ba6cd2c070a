import { useMemo, useState } from 'react';
import type { LedgerLine } from '#shared/domain/commitment.ts';
import { dayOf } from '#shared/domain/day.ts';
import { Icon } from '../../ui/Icon.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { commitmentWords } from '../../words/commitments.ts';
import styles from './Ledger.module.css';
import {
  layOutLedger,
  placesWith,
  type LedgerGroup,
  type LedgerRow,
  type Places,
} from './ledger.ts';
import { LineRow } from './LineRow.tsx';

interface LedgerProps {
  readonly lines: readonly LedgerLine[];
  readonly offersRepair: boolean;
}

/** The list itself. A line stays where it was first shown, so that nothing jumps from under the hand. */
export function Ledger({ lines, offersRepair }: LedgerProps) {
  const [today] = useState(() => dayOf(new Date()));
  const [unfolded, setUnfolded] = useState<ReadonlySet<LedgerGroup>>(new Set());
  const [known, setKnown] = useState<Places>(new Map());
  const places = placesWith(known, lines, today);
  if (places !== known) setKnown(places);
  const rows = useMemo(() => layOutLedger(lines, places, unfolded), [lines, places, unfolded]);

  function fold(group: LedgerGroup) {
    setUnfolded(before => {
      const after = new Set(before);
      if (!after.delete(group)) after.add(group);
      return after;
    });
  }

  function draw(row: LedgerRow, isHere: boolean) {
    if (row.kind === 'line') {
      return (
        <LineRow
          line={row.line}
          group={row.group}
          today={today}
          isHere={isHere}
          offersRepair={offersRepair}
        />
      );
    }
    const name = commitmentWords.groups[row.group];
    return (
      <h2 className={styles['group']}>
        {row.canFold ? (
          <button
            type="button"
            data-stop
            className={styles['fold']}
            tabIndex={isHere ? 0 : -1}
            aria-expanded={unfolded.has(row.group)}
            onClick={() => fold(row.group)}
          >
            <Icon name={unfolded.has(row.group) ? 'down' : 'right'} size={15} />
            {name}
          </button>
        ) : (
          name
        )}
      </h2>
    );
  }

  return (
    <LongList
      label={commitmentWords.list}
      description={commitmentWords.hint}
      rows={rows}
      draw={draw}
    />
  );
}
