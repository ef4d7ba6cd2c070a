import { useSuspenseQuery } from '@tanstack/react-query';
import type { Audience, Copy } from '#shared/domain/audience.ts';
import type { Entry } from '#shared/domain/entry.ts';
import { Layout, type PrintOptions } from '#shared/domain/print.ts';
import { queries } from '../../api/queries.ts';
import { Select } from '../../ui/Select.tsx';
import { printWords as words } from '../../words/print.ts';
import { audiencesOf, noteAbout } from './recipient.ts';

interface ForWhomProps {
  readonly entry: Entry;
  readonly options: PrintOptions;
  readonly copy: Copy;
  readonly onLayout: (layout: Layout) => void;
  readonly onCopy: (copy: Copy) => void;
}

/** What becomes of the letter, and whose hands it is made for. */
export function ForWhom({ entry, options, copy, onLayout, onCopy }: ForWhomProps) {
  const journeys = useSuspenseQuery(queries.journeys).data;
  const name = journeys.find(({ id }) => id === entry.journeyId)?.personName.trim() ?? '';
  const nameOf = (audience: Audience): string =>
    audience === 'for-partner' && name !== '' ? name : words.audiences[audience];
  const note = noteAbout(copy.audience, entry.templateId);
  return (
    <>
      <Select
        label={words.layout}
        value={options.layout}
        options={Layout.options.map(value => ({ value, ...words.layouts[value] }))}
        onChange={onLayout}
      />
      <Select<Audience>
        label={words.forWhom}
        value={copy.audience}
        options={audiencesOf(entry.templateId).map(value => ({ value, label: nameOf(value) }))}
        {...(note !== undefined && { hint: note })}
        onChange={audience => onCopy({ audience, withPrivate: false })}
      />
    </>
  );
}
