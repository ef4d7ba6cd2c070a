import { useEffect, useRef, useState } from 'react';
import type { Step } from '#shared/content/steps.ts';
import type { Journey } from '#shared/domain/journey.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { Written } from './path.ts';
import styles from './StepCard.module.css';
import { StepGuide } from './StepGuide.tsx';
import { WrittenChips } from './WrittenChips.tsx';

interface StepCardProps {
  readonly step: Step;
  readonly journey: Journey | undefined;
  readonly written: Written;
  /** A new object each time the person chooses this step in the navigation; else null. */
  readonly aim: object | null;
}

/** One step of the path: what it asks, what was written for it, and, opened, more about it. */
export function StepCard({ step, journey, written, aim }: StepCardProps) {
  const [isOpen, setOpen] = useState(aim !== null);
  const [lastAim, setLastAim] = useState(aim);
  if (aim !== lastAim) {
    setLastAim(aim);
    if (aim !== null) setOpen(true);
  }
  const toggle = useRef<HTMLButtonElement>(null);
  const card = useRef<HTMLLIElement>(null);
  const guide = `step-${step.id}`;
  useEffect(() => {
    if (aim === null) return;
    toggle.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }, [aim]);

  return (
    <li ref={card} className={styles['step']}>
      <h2 className={styles['head']}>
        <button
          ref={toggle}
          type="button"
          className={styles['toggle']}
          aria-expanded={isOpen}
          aria-controls={guide}
          onClick={() => setOpen(!isOpen)}
        >
          <span className={styles['number']}>{step.id}</span>
          <span className={styles['title']}>{step.title}</span>
          <span className={styles['chevron']}>
            <Icon name="right" />
          </span>
        </button>
      </h2>
      <div className={styles['body']}>
        <p className={styles['summary']}>{step.summary}</p>
        <WrittenChips step={step} journeyId={journey?.id ?? null} written={written} />
        <div id={guide}>{isOpen && <StepGuide step={step} journey={journey} />}</div>
      </div>
    </li>
  );
}
