import type { Judgement } from '#shared/content/feelings.ts';
import { Button } from '../../ui/Button.tsx';
import { words } from '../../words/feelings.ts';
import { capital } from './capital.ts';
import { beneath } from './choices.ts';
import { ChoiceList } from './ChoiceList.tsx';
import type { Choosing } from './choosing.ts';
import styles from './JudgementOffer.module.css';
import { pressAndStay } from './press-and-stay.ts';

interface JudgementOfferProps {
  readonly judgement: Judgement;
  readonly choosing: Choosing;
  readonly onDismiss: () => void;
}

/** Feelings and needs that may lie beneath a judgement word. The word itself is never called wrong. */
export function JudgementOffer({ judgement, choosing, onDismiss }: JudgementOfferProps) {
  return (
    <section className={styles['offer']} aria-label={words.judgement.title(judgement.word)}>
      <p>{words.judgement.says(capital(judgement.word))}</p>
      <ChoiceList
        label={words.judgement.feelings(judgement.word)}
        layout="chips"
        groups={beneath(judgement)}
        isChosen={choosing.isChosen}
        onChoose={choosing.choose}
      />
      <div className={styles['end']}>
        <p>
          {words.judgement.needs(judgement.needs)} {words.judgement.keep}
        </p>
        <Button
          size="small"
          variant="quiet"
          onClick={event => pressAndStay(event.currentTarget, onDismiss)}
        >
          {words.judgement.dismiss}
        </Button>
      </div>
    </section>
  );
}
