import { useEffect, useRef } from 'react';
import { steps } from '#shared/content/steps.ts';
import { findTemplate } from '#shared/content/templates.ts';
import type { EntrySummary } from '#shared/domain/entry.ts';
import { startLetter } from '../../actions/navigate.ts';
import { useCurrentJourney, useEntries } from '../../api/queries.ts';
import { ui, type View } from '../../state/ui-store.ts';
import { Button } from '../../ui/Button.tsx';
import { keysOf } from '../../ui/keys.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { words } from '../../words/en.ts';
import { Failure } from '../../ui/Failure.tsx';
import { describeThrown } from '../../api/describe-error.ts';
import { ContinueCards } from './ContinueCards.tsx';
import styles from './HomeView.module.css';
import { StepCard } from './StepCard.tsx';

type Home = Extract<View, { name: 'home' }>;

/** The path: five steps in any order, what was written for each, and where to go on. */
export function HomeView({ view }: { readonly view: Home }) {
  const journey = useCurrentJourney();
  const { data: entries, error } = useEntries();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (view.step === null) heading.current?.focus();
  }, [view]);

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
          <h1 ref={heading} tabIndex={-1} className={styles['title']}>
            {words.home.title(journey?.personName ?? '')}
          </h1>
          <p className={styles['lead']}>
            {entries?.length === 0 ? words.home.empty : words.home.lead}
          </p>
          {error !== null && <Failure {...describeThrown(error)} />}
          {entries !== undefined && entries.length > 0 && <ContinueCards entries={entries} />}
          <ol className={styles['steps']}>
            {steps.map(each => (
              <StepCard
                key={each.id}
                step={each}
                role={journey?.role ?? 'both'}
                written={writtenFor(each.id, entries ?? [])}
                aim={each.id === view.step ? view : null}
              />
            ))}
          </ol>
        </div>
      </div>
    </>
  );
}

const writtenFor = (step: number, entries: readonly EntrySummary[]): readonly EntrySummary[] =>
  entries.filter(
    ({ templateId }) => templateId !== null && findTemplate(templateId)?.step === step,
  );
