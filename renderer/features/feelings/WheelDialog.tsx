import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { words as common } from '../../words/en.ts';
import { words } from '../../words/feelings.ts';
import { ChosenFeelings } from './ChosenFeelings.tsx';
import type { Choosing } from './choosing.ts';
import { Finder } from './Finder.tsx';
import { Meaning } from './Meaning.tsx';
import { PartWords } from './PartWords.tsx';
import { STAY } from './press-and-stay.ts';
import { SmallWheel } from './SmallWheel.tsx';
import { useFits } from './use-fits.ts';
import { usePointed } from './use-pointed.ts';
import { useWheelPlace } from './use-wheel-place.ts';
import type { Way } from './Ways.tsx';
import { Wheel } from './Wheel.tsx';
import styles from './WheelDialog.module.css';

interface WheelDialogProps {
  readonly choosing: Choosing;
  readonly onClose: () => void;
  /** In plain text: puts what was chosen into the letter. */
  readonly onInsert?: () => void;
}

/** The whole wheel on the left, words with their meanings on the right. */
export function WheelDialog({ choosing, onClose, onInsert }: WheelDialogProps) {
  const [way, setWay] = useState<Way>('wheel');
  const [place, setPlace] = useWheelPlace(choosing);
  const [isRoomy, box] = useFits();
  const pointed = usePointed();
  const onWheel = {
    choosing,
    place,
    onPlace: (next: typeof place) => {
      pointed.forget();
      setPlace(next);
    },
  };
  return (
    <Dialog title={words.dialog.title} onClose={onClose} width="large" bare>
      <div ref={box} className={styles['columns']}>
        <div className={styles['left']}>
          {isRoomy ? (
            <Wheel {...onWheel} size="whole" onPoint={pointed.point} />
          ) : (
            <SmallWheel {...onWheel} />
          )}
        </div>
        <div className={styles['right']}>
          <div className={styles['scroll']} {...STAY}>
            <header>
              <h2 className={styles['title']} aria-hidden>
                {words.dialog.title}
              </h2>
              <p className={styles['lead']}>{words.dialog.lead}</p>
            </header>
            <ChosenFeelings choosing={choosing} />
            <Finder
              choosing={choosing}
              way={way}
              onWay={setWay}
              wheel={<PartWords word={pointed.rested ?? place.word} choosing={choosing} />}
            />
          </div>
          <footer className={styles['footer']}>
            {isRoomy && <Meaning word={pointed.word ?? place.word} />}
            <div className={styles['buttons']}>
              {onInsert !== undefined && <Button onClick={onClose}>{common.common.cancel}</Button>}
              <Button variant="primary" onClick={onInsert ?? onClose}>
                {onInsert === undefined ? common.common.done : words.dialog.insert}
              </Button>
            </div>
          </footer>
        </div>
      </div>
    </Dialog>
  );
}
