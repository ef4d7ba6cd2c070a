import { useId } from 'react';
import { breaches } from '#shared/content/steps.ts';
import { Breach } from '#shared/domain/journey.ts';
import { journeyWords } from '../../words/journeys.ts';
import styles from './JourneyDialog.module.css';

interface BreachChoiceProps {
  readonly chosen: readonly Breach[];
  readonly onChange: (chosen: readonly Breach[]) => void;
}

/** The kinds of breach, of which several or none may fit, each with what it means. */
export function BreachChoice({ chosen, onChange }: BreachChoiceProps) {
  const id = useId();
  const toggle = (breach: Breach) =>
    onChange(Breach.options.filter(each => (each === breach) !== chosen.includes(each)));
  return (
    <fieldset aria-describedby={`${id}-hint`}>
      <legend className={styles['legend']}>{journeyWords.dialog.breaches}</legend>
      <p id={`${id}-hint`} className={styles['legendHint']}>
        {journeyWords.dialog.breachesHint}
      </p>
      <div className={styles['breaches']}>
        {breaches.map(breach => (
          <label key={breach.id} className={styles['breach']}>
            <input
              type="checkbox"
              className={styles['box']}
              checked={chosen.includes(breach.id)}
              aria-labelledby={`${id}-${breach.id}`}
              aria-describedby={`${id}-${breach.id}-note`}
              onChange={() => toggle(breach.id)}
            />
            <span id={`${id}-${breach.id}`} className={styles['breachTitle']}>
              {breach.title}
            </span>
            <span id={`${id}-${breach.id}-note`} className={styles['breachNote']}>
              {breach.explanation}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
