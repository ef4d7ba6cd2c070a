import type { RevisionSummary } from '#shared/domain/revision.ts';
import { dayOf, type Day } from '#shared/domain/day.ts';

export interface DayOfVersions {
  readonly day: Day;
  readonly versions: readonly RevisionSummary[];
}

/** Versions by the day on which they were kept; both in the order in which they came. */
export function byDay(versions: readonly RevisionSummary[]): readonly DayOfVersions[] {
  return [...Map.groupBy(versions, ({ keptAt }) => dayOf(new Date(keptAt)))].map(
    ([day, ofDay]) => ({ day, versions: ofDay }),
  );
}

/** The time of day, in the person's own way. */
export const formatTime = (at: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(new Date(at));
