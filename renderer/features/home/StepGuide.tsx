import { marksIntro, watchIntro, type Step } from '#shared/content/steps.ts';
import { templates } from '#shared/content/templates.ts';
import type { Role } from '#shared/domain/journey.ts';
import { startLetter } from '../../actions/navigate.ts';
import { Button } from '../../ui/Button.tsx';
import { words } from '../../words/en.ts';
import styles from './StepCard.module.css';

type Side = keyof Step['explanation'];

const sidesOf = (role: Role): readonly Side[] =>
  role === 'both' ? ['caused-harm', 'was-hurt'] : [role];

/** What the guide says about a step, for one's own side or for both, and what to begin with. */
export function StepGuide({ step, role }: { readonly step: Step; readonly role: Role }) {
  const sides = sidesOf(role);
  const listTitle = sides.length > 1 ? 'h4' : 'h3';
  const offered = templates.filter(
    template =>
      template.step === step.id && sides.some(side => step.templates[side].includes(template.id)),
  );
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
      {offered.length > 0 && (
        <div className={styles['begin']}>
          <span>{words.home.startWith}</span>
          {offered.map(template => (
            <Button key={template.id} size="small" onClick={() => void startLetter(template.id)}>
              {template.title}
            </Button>
          ))}
        </div>
      )}
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
