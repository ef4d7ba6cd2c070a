import { useState } from 'react';
import { ui } from '../../state/ui-store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { words } from '../../words/feelings.ts';
import { ChosenFeelings } from './ChosenFeelings.tsx';
import type { Choosing } from './choosing.ts';
import { dismiss, useDismissed } from './dismissed.ts';
import { Finder } from './Finder.tsx';
import { JudgementOffer } from './JudgementOffer.tsx';
import { judgementIn } from './judgements.ts';
import { SmallWheel } from './SmallWheel.tsx';
import { useWheelPlace } from './use-wheel-place.ts';
import type { Way } from './Ways.tsx';

interface ChooseFeelingsProps {
  readonly choosing: Choosing;
  /** What is written so far, in which a judgement word may stand. */
  readonly line: string;
}

/** Choosing words for a feeling, beside the letter. */
export function ChooseFeelings({ choosing, line }: ChooseFeelingsProps) {
  const [way, setWay] = useState<Way>('wheel');
  const [place, setPlace] = useWheelPlace(choosing);
  const judgement = judgementIn(line, useDismissed());
  return (
    <>
      <ChosenFeelings choosing={choosing} />
      {judgement !== undefined && (
        <JudgementOffer
          judgement={judgement}
          choosing={choosing}
          onDismiss={() => dismiss(judgement.word)}
        />
      )}
      <Finder
        choosing={choosing}
        way={way}
        onWay={setWay}
        wheel={<SmallWheel choosing={choosing} place={place} onPlace={setPlace} />}
        end={
          <IconButton
            icon="focus"
            label={words.wheel.open}
            onClick={event => {
              // The focus comes back to here, and the letter keeps its caret.
              event.currentTarget.focus();
              ui.openDialog({ name: 'wheel' });
            }}
          />
        }
      />
    </>
  );
}
