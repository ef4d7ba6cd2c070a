import { useState, type RefObject } from 'react';
import { safetyGate } from '#shared/content/safety-gate.ts';
import type { ExportPreview } from '#shared/domain/export.ts';
import type { GateAnswer, GateChoice } from '#shared/domain/safety-gate.ts';
import type { Side } from '#shared/domain/template.ts';
import { Dialog } from './Dialog.tsx';
import { GateSide } from './GateSide.tsx';
import { GateQuestions, type Answered } from './GateQuestions.tsx';
import styles from './SafetyGate.module.css';

interface SafetyGateProps {
  readonly gate: ExportPreview['gate'];
  readonly answered: Answered;
  readonly onAnswered: (answered: Answered) => void;
  /** What was pressed, and has the focus again when the questions are gone. */
  readonly finalFocus?: RefObject<HTMLElement | null>;
  /** The person goes on; what came of the questions, never the answers. */
  readonly onPass: (answers: readonly GateAnswer[]) => void;
  readonly onCounsellor: () => void;
  readonly onHelp: () => void;
  readonly onBack: () => void;
  readonly onKeep: () => void;
}

/**
 * The questions before a copy for the other person, as steps.json has them. The answers are
 * nowhere but in the window that asks, and go when it closes.
 */
export function SafetyGate({ gate, answered, finalFocus, ...on }: SafetyGateProps) {
  const [sides, setSides] = useState<readonly Side[]>(
    gate.choose ? gate.sides.filter(each => answered[each] !== undefined) : gate.sides,
  );
  const [passed, setPassed] = useState<readonly GateAnswer[]>([]);
  const side = sides[passed.length];

  function choose(choice: GateChoice, answer: GateAnswer) {
    switch (choice) {
      case 'continue':
      case 'continue-anyway': {
        const answers = [...passed, { ...answer, goOn: true }];
        if (answers.length === sides.length) on.onPass(answers);
        else setPassed(answers);
        break;
      }
      case 'keep':
        on.onKeep();
        break;
      case 'counsellor-copy':
        on.onCounsellor();
        break;
      case 'help':
        on.onHelp();
        break;
      default:
        choice satisfies never;
    }
  }

  return (
    <Dialog title={safetyGate.title} onClose={on.onBack} width="medium" finalFocus={finalFocus}>
      <div className={styles['gate']}>
        {side === undefined ? (
          <GateSide sides={gate.sides} onChoose={chosen => setSides([chosen])} />
        ) : (
          <GateQuestions
            key={side}
            side={side}
            before={answered[side]}
            onAnswered={answers => on.onAnswered({ ...answered, [side]: answers })}
            onChoose={choose}
            onBack={on.onBack}
          />
        )}
      </div>
    </Dialog>
  );
}
