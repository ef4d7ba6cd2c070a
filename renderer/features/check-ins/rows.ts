import type { CheckIn } from '#shared/domain/check-in.ts';
import { formatMonth } from '#shared/domain/day.ts';
import { feelingText } from '#shared/domain/feeling.ts';
import type { LongRow } from '../../ui/long-list.ts';
import { newestFirst } from './long-view.ts';

export type CheckInRow = LongRow &
  (
    | { readonly kind: 'month'; readonly month: string }
    | { readonly kind: 'checkIn'; readonly checkIn: CheckIn }
  );

/** The check-ins, newest first, with a heading above every month. */
export function layOutCheckIns(
  checkIns: readonly CheckIn[],
  locale: string,
): readonly CheckInRow[] {
  let month = '';
  return newestFirst(checkIns).flatMap((checkIn): CheckInRow[] => {
    const { id, writtenOn } = checkIn.entry;
    const row = { kind: 'checkIn', key: id, estimate: 100, isStop: true, checkIn } as const;
    const here = writtenOn.slice(0, 7);
    if (here === month) return [row];
    month = here;
    const name = formatMonth(writtenOn, locale);
    return [{ kind: 'month', key: here, estimate: 46, isStop: false, month: name }, row];
  });
}

/** The feelings as they are read out: "very hurt, a little ashamed". */
export const feelingsLine = ({ feelings }: CheckIn): string => feelings.map(feelingText).join(', ');

/** The first words of the text, without the feelings where these come first. */
export function firstWords(checkIn: CheckIn): string {
  const { excerpt } = checkIn.entry;
  const feelings = feelingsLine(checkIn);
  return excerpt.toLowerCase().startsWith(feelings)
    ? excerpt.slice(feelings.length).replace(/^[\s.,;!?…]+/u, '')
    : excerpt;
}
