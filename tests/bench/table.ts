/** One measured thing: the app beside what it is compared with, in milliseconds. */
export interface Row {
  readonly name: string;
  readonly ours: readonly number[];
  readonly theirs?: readonly number[];
  /** The most that the median may be, as a multiple of theirs. */
  readonly target?: number;
}

/** The value below which a share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 1);

/** Prints rows as a Markdown table. */
export function printTable(title: string, theirs: string, rows: readonly Row[]): void {
  const cells = [
    [title, 'p50 ms', 'p95 ms', `${theirs} p50`, `${theirs} p95`, 'ratio', 'target'],
    ...rows.map(cellsOf),
  ];
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map(line => line[column]?.length ?? 0)),
  );
  const lines = cells.map(
    line => `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`,
  );
  lines.splice(1, 0, `|${widths.map(width => '-'.repeat(width + 2)).join('|')}|`);
  console.log(`\n${lines.join('\n')}\n`);
}

function cellsOf({ name, ours, theirs, target }: Row): readonly string[] {
  const own = [name, ms(percentile(ours, 0.5)), ms(percentile(ours, 0.95))];
  if (theirs === undefined) return [...own, '', '', '', ''];
  const ratio = percentile(ours, 0.5) / percentile(theirs, 0.5);
  return [
    ...own,
    ms(percentile(theirs, 0.5)),
    ms(percentile(theirs, 0.95)),
    ratio.toFixed(2),
    target === undefined ? '' : `${ratio <= target ? 'met' : 'missed'} (${target})`,
  ];
}
