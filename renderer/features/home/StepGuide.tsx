import { marksIntro, watchIntro, type Step } from '#shared/content/steps.ts';
import { sidesOf, type Journey } from '#shared/domain/journey.ts';
import { Notice } from '../../ui/Notice.tsx';
import { words } from '../../words/en.ts';
import { homeWords } from '../../words/home.ts';
import { notesAt } from './path.ts';
import { SituationQuestions } from './SituationQuestions.tsx';
import styles from './StepCard.module.css';
import { StepOffers } from './StepOffers.tsx';

interface StepGuideProps {
  readonly step: Step;
  readonly journey: Journey | undefined;
}

/** What the guide says about a step, for one's own side or for both, and what to begin with. */
export function StepGuide({ step, journey }: StepGuideProps) {
  const sides = sidesOf(journey?.role ?? 'both');
  const listTitle = sides.length > 1 ? 'h4' : 'h3';
  const notes = notesAt(step.id, journey);
  return (
    <div className={styles['guide']}>
      {sides.map(side => (
        <section key={side} className={styles['side']}>
          {sides.length > 1 && <h3 className={styles['sideTitle']}>{words.home.sides[side]}</h3>}
          <p className={styles['explanation']}>{step.explanation[side]}</p>
          <div className={styles['lists']}>
            <GuideList as={listTitle} title={marksIntro[side]} items={step.marks[side]} />
            <GuideList as={listTitle} title={watchIntro} items={step.watchFor[side]} isCaution />
          </div>
        </section>
      ))}
      {notes.length > 0 && (
        <div className={styles['notes']}>
          <Notice>
            <h3 className={styles['noteTitle']}>{homeWords.keepInMind}</h3>
            {notes.map(note => (
              <p key={note}>{note}</p>
            ))}
          </Notice>
        </div>
      )}
      <SituationQuestions step={step} journey={journey} />
      <StepOffers step={step} sides={sides} journey={journey} />
    </div>
  );
}

interface GuideListProps {
  /** One level below what stands above it. */
  readonly as: 'h3' | 'h4';
  readonly title: string;
  readonly items: readonly string[];
  readonly isCaution?: boolean;
}

function GuideList({ as: Title, title, items, isCaution = false }: GuideListProps) {
  return (
    <div data-caution={isCaution || undefined}>
      <Title className={styles['listTitle']}>{title}</Title>
      <ul className={styles['list']}>
        {items.map(item => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
