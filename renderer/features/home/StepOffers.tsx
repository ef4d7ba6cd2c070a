import { useId } from 'react';
import type { Step } from '#shared/content/steps.ts';
import type { Journey } from '#shared/domain/journey.ts';
import type { Side } from '#shared/domain/template.ts';
import { startLetter } from '../../actions/navigate.ts';
import { ui } from '../../state/ui-store.ts';
import { Button } from '../../ui/Button.tsx';
import { homeWords } from '../../words/home.ts';
import { offersAt, type Offer } from './path.ts';
import styles from './StepOffers.module.css';

interface StepOffersProps {
  readonly step: Step;
  readonly sides: readonly Side[];
  readonly journey: Journey | undefined;
}

/** What to begin with at a step: its templates, all the others, or a blank page. */
export function StepOffers({ step, sides, journey }: StepOffersProps) {
  return (
    <div className={styles['begin']}>
      <h3 className={styles['title']}>{homeWords.begin}</h3>
      <ul className={styles['offers']}>
        {offersAt(step, sides, journey).map(offer => (
          <OfferItem key={offer.template.id} offer={offer} />
        ))}
      </ul>
      <div className={styles['others']}>
        <Button
          size="small"
          variant="quiet"
          onClick={() => ui.openDialog({ name: 'gallery', step: step.id })}
        >
          {homeWords.moreTemplates}
        </Button>
        <Button size="small" variant="quiet" icon="pen" onClick={() => void startLetter(null)}>
          {homeWords.writeFreely}
        </Button>
      </div>
    </div>
  );
}

function OfferItem({ offer: { template, oftenHelps } }: { readonly offer: Offer }) {
  const id = useId();
  return (
    <li>
      <button
        type="button"
        className={styles['offer']}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-purpose ${oftenHelps ? `${id}-helps` : ''}`}
        onClick={() => void startLetter(template.id)}
      >
        <span id={`${id}-title`} className={styles['offerTitle']}>
          {template.title}
        </span>
        <span id={`${id}-purpose`} className={styles['purpose']}>
          {template.purpose}
        </span>
        {oftenHelps && (
          <span id={`${id}-helps`} className={styles['helps']}>
            {homeWords.oftenHelps}
          </span>
        )}
      </button>
    </li>
  );
}
