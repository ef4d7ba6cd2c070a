import { useEffect, useRef, useState } from 'react';
import type { Step } from '#shared/content/steps.ts';
import type { EntrySummary } from '#shared/domain/entry.ts';
import type { Role } from '#shared/domain/journey.ts';
import { openLetter } from '../../actions/navigate.ts';
import { Icon } from '../../ui/Icon.tsx';
import { entryTitle } from '../../words/entry-title.ts';
import { words } from '../../words/en.ts';
import styles from './StepCard.module.css';
import { StepGuide } from './StepGuide.tsx';

interface StepCardProps {
  readonly step: Step;
  readonly role: Role;
  readonly written: readonly EntrySummary[];
  /** A new object each time the person chooses this step in the navigation; else null. */
  readonly aim: object | null;
}

/** At most this many chips: the rest is in the list of all writing. */
const CHIPS = 8;

/** One step of the path: what it asks, what was written for it, and, opened, more about it. */
export function StepCard({ step, role, written, aim }: StepCardProps) {
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
        {written.length > 0 && (
          <ul className={styles['made']} aria-label={words.home.written(step.title)}>
            {written.slice(0, CHIPS).map(entry => (
              <li key={entry.id} className={styles['chipItem']}>
                <button
                  type="button"
                  className={styles['chip']}
                  onClick={() => void openLetter(entry.id)}
                >
                  <Icon name="letter" size={13} />
                  <span className={styles['chipText']} dir="auto">
                    {entryTitle(entry)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <div id={guide}>{isOpen && <StepGuide step={step} role={role} />}</div>
      </div>
    </li>
  );
}
