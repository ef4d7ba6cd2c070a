import { safetyGate } from '#shared/content/safety-gate.ts';
import type { Side } from '#shared/domain/template.ts';
import { Button } from './Button.tsx';
import { safetyGateWords as words } from '../words/safety-gate.ts';
import styles from './SafetyGate.module.css';
import { useFirstFocus } from './use-first-focus.ts';

interface GateSideProps {
  readonly sides: readonly Side[];
  readonly onChoose: (side: Side) => void;
}

/** Writing without a side of its own: the person says which questions are theirs. */
export function GateSide({ sides, onChoose }: GateSideProps) {
  const heading = useFirstFocus<HTMLHeadingElement>();
  return (
    <>
      <p className={styles['intro']}>{safetyGate.intro}</p>
      <h3 ref={heading} tabIndex={-1} id="gate-side" className={styles['ask']}>
        {words.whose}
      </h3>
      <div role="group" aria-labelledby="gate-side" className={styles['answers']}>
        {sides.map(side => (
          <Button key={side} size="wide" onClick={() => onChoose(side)}>
            {words.sides[side]}
          </Button>
        ))}
      </div>
    </>
  );
}
