import { useEffect, useMemo, useRef } from 'react';
import { whyApart } from '#shared/content/apart.ts';
import { steps, stepsNote } from '#shared/content/steps.ts';
import { archiveJourney } from '../../actions/journeys.ts';
import { startLetter } from '../../actions/navigate.ts';
import { useCurrentJourney, useEntries } from '../../api/queries.ts';
import { ui, type View } from '../../state/ui-store.ts';
import { Button } from '../../ui/Button.tsx';
import { keysOf } from '../../ui/keys.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { words } from '../../words/en.ts';
import { homeWords } from '../../words/home.ts';
import { Failure } from '../../ui/Failure.tsx';
import { describeThrown } from '../../api/describe-error.ts';
import { ContinueCards } from './ContinueCards.tsx';
import styles from './HomeView.module.css';
import { LastTime } from './LastTime.tsx';
import { writingOf, writtenFor } from './path.ts';
import { RecoveryReminder } from './RecoveryReminder.tsx';
import { StepCard } from './StepCard.tsx';

const NOTHING = { entries: [], hasCheckIns: false };

type Home = Extract<View, { name: 'home' }>;

/** The path: five steps in any order, what was written for each, and where to go on. */
export function HomeView({ view }: { readonly view: Home }) {
  const journey = useCurrentJourney();
  const { data: all, error } = useEntries();
  const entries = useMemo(() => all && writingOf(journey, all), [journey, all]);
  const written = useMemo(() => steps.map(({ id }) => writtenFor(id, entries ?? [])), [entries]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (view.step === null) heading.current?.focus();
  }, [view]);
  const name = journey?.personName ?? '';

  return (
    <>
      <div className={styles['bar']}>
        <Button variant="quiet" icon="pen" onClick={() => void startLetter(null)}>
          {words.home.writeFreely}
        </Button>
        <Tooltip label={words.home.newLetter} keys={keysOf('entry.new')}>
          <Button variant="primary" icon="plus" onClick={() => ui.openDialog({ name: 'gallery' })}>
            {words.home.newLetter}
          </Button>
        </Tooltip>
      </div>
      <div className={styles['page']}>
        <div className={styles['home']}>
          <h1 ref={heading} tabIndex={-1} className={styles['title']} dir="auto">
            {words.home.title(name)}
          </h1>
          <p className={styles['lead']}>
            {entries?.length === 0 ? homeWords.empty(name) : words.home.lead}
          </p>
          <LastTime />
          <RecoveryReminder />
          {journey !== undefined && journey.archivedAt !== null && (
            <div className={styles['archived']}>
              <p>{homeWords.archived}</p>
              <Button
                size="small"
                icon="restore"
                onClick={() => void archiveJourney(journey.id, false)}
              >
                {homeWords.restore}
              </Button>
            </div>
          )}
          {whyApart(journey).map(note => (
            <div key={note} className={styles['before']}>
              <Notice>
                {note}{' '}
                <button
                  type="button"
                  className={styles['help']}
                  onClick={() => ui.openDialog({ name: 'safety' })}
                >
                  {words.nav.help}
                </button>
              </Notice>
            </div>
          ))}
          {error !== null && <Failure {...describeThrown(error)} />}
          {entries !== undefined && entries.length > 0 && <ContinueCards entries={entries} />}
          <ol className={styles['steps']}>
            {steps.map((each, index) => (
              <StepCard
                // Another journey begins with its steps closed.
                key={`${each.id} ${journey?.id}`}
                step={each}
                journey={journey}
                written={written[index] ?? NOTHING}
                aim={each.id === view.step ? view : null}
              />
            ))}
          </ol>
          <p className={styles['note']}>{stepsNote}</p>
        </div>
      </div>
    </>
  );
}
