import type { Step } from '#shared/content/steps.ts';
import type { Journey } from '#shared/domain/journey.ts';
import { Fold } from '../../ui/Fold.tsx';
import { homeWords } from '../../words/home.ts';
import { questionsAt } from './path.ts';
import styles from './SituationQuestions.module.css';

interface SituationQuestionsProps {
  readonly step: Step;
  readonly journey: Journey | undefined;
}

/** Questions about what happened in this journey. They wait closed: most days nobody needs them. */
export function SituationQuestions({ step, journey }: SituationQuestionsProps) {
  const topics = questionsAt(step.id, journey);
  if (topics.length === 0) return null;
  return (
    <div className={styles['questions']}>
      <Fold label={homeWords.questions}>
        <div className={styles['topics']}>
          {topics.map(({ title, of }) => (
            <section key={title}>
              <h3 className={styles['topic']}>{title}</h3>
              {of.map(({ side, items }) => (
                <div key={side}>
                  {of.length > 1 && (
                    <h4 className={styles['side']}>{homeWords.questionsOf[side]}</h4>
                  )}
                  <ul>
                    {items.map(item => (
                      <li key={item} className={styles['question']}>
                        {item}
                      </li>
                    ))}
                  </ul>
                </div>
              ))}
            </section>
          ))}
        </div>
      </Fold>
    </div>
  );
}
