import { useState } from 'react';
import { plainPaper, type PrintOptions } from '#shared/domain/print.ts';
import { call } from '../../api/client.ts';
import { useSettings, useShellInfo } from '../../api/queries.ts';

/** How it is laid out: as the last time, and every change is remembered for the next. */
export function useOptions(): [PrintOptions, (change: Partial<PrintOptions>) => void] {
  const { paper } = useShellInfo();
  const { printOptions, printHeadings } = useSettings();
  const [options, setOptions] = useState<PrintOptions>(
    printOptions ?? { ...plainPaper(paper), headings: printHeadings },
  );
  return [
    options,
    change => {
      const next = { ...options, ...change };
      setOptions(next);
      void call('settings.update', { printOptions: next });
    },
  ];
}
