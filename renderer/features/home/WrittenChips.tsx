import { useState } from 'react';
import type { Step } from '#shared/content/steps.ts';
import { formatDay } from '#shared/domain/day.ts';
import type { EntrySummary } from '#shared/domain/entry.ts';
import type { JourneyId } from '#shared/domain/ids.ts';
import type { OwnTemplate } from '#shared/domain/template.ts';
import { openExport } from '../../actions/export.ts';
import { goTo, openLetter } from '../../actions/navigate.ts';
import { readingAhead } from '../../actions/read-ahead.ts';
import { useOwnTemplates, useShellInfo } from '../../api/queries.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { beganFrom, entryTitle } from '../../words/entry-title.ts';
import { words } from '../../words/en.ts';
import { exportWords } from '../../words/export.ts';
import { homeWords } from '../../words/home.ts';
import { untilDay } from '../../words/sealing.ts';
import type { Written } from './path.ts';
import styles from './StepCard.module.css';

/** So many keep the path calm; the rest comes when it is asked for. */
const SHOWN = 6;

interface WrittenChipsProps {
  readonly step: Step;
  readonly journeyId: JourneyId | null;
  readonly written: Written;
}

/** What was written for a step, each a way back into it. */
export function WrittenChips({ step, journeyId, written }: WrittenChipsProps) {
  const { locale } = useShellInfo();
  const own = useOwnTemplates();
  const [showsAll, setShowAll] = useState(false);
  const { entries, hasCheckIns } = written;
  if (entries.length === 0 && !hasCheckIns) return null;
  return (
    <ul className={styles['made']} aria-label={words.home.written(step.title)}>
      {(showsAll ? entries : entries.slice(0, SHOWN)).map(entry => (
        <Chip
          key={entry.id}
          icon={entry.sealedUntil === null ? 'letter' : 'sealed'}
          label={chipTitle(entry, own, locale)}
          ahead={readingAhead(entry.id)}
          onClick={() => void openLetter(entry.id)}
        />
      ))}
      {hasCheckIns && (
        <Chip
          icon="checkIns"
          label={homeWords.checkIns}
          onClick={() => void goTo({ name: 'checkIns' })}
        />
      )}
      {entries.length > SHOWN && (
        <li>
          <button
            type="button"
            className={styles['more']}
            aria-expanded={showsAll}
            onClick={() => setShowAll(!showsAll)}
          >
            {showsAll ? homeWords.showFewer : homeWords.showAll}
          </button>
        </li>
      )}
      <li>
        <button
          type="button"
          className={styles['more']}
          aria-label={exportWords.openStep(step.title)}
          onClick={() => void openExport({ of: 'step', step: step.id, journeyId })}
        >
          {exportWords.open}
        </button>
      </li>
    </ul>
  );
}

/** Several without a title would look alike: the day tells them apart. */
function chipTitle(entry: EntrySummary, own: readonly OwnTemplate[], locale: string): string {
  const name = entryTitle(entry, own);
  if (entry.sealedUntil !== null) return `${name} · ${untilDay(entry.sealedUntil, locale)}`;
  return entry.title.trim() === ''
    ? `${beganFrom(entry, own) ?? words.entry.untitled} · ${formatDay(entry.writtenOn, locale)}`
    : name;
}

interface ChipProps {
  readonly icon: IconName;
  readonly label: string;
  readonly ahead?: ReturnType<typeof readingAhead>;
  readonly onClick: () => void;
}

function Chip({ icon, label, ahead, onClick }: ChipProps) {
  return (
    <li className={styles['chipItem']}>
      <button type="button" className={styles['chip']} {...ahead} onClick={onClick}>
        <Icon name={icon} size={13} />
        <span className={styles['chipText']} dir="auto">
          {label}
        </span>
      </button>
    </li>
  );
}
