import { useState } from 'react';
import {
  gateQuestions,
  gateWords,
  safetyGate,
  type GateQuestion,
} from '#shared/content/safety-gate.ts';
import {
  resultOf,
  type GateAnswer,
  type GateChoice,
  type GateResult,
} from '#shared/domain/safety-gate.ts';
import type { Side } from '#shared/domain/template.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';
import { safetyGateWords as words } from '../words/safety-gate.ts';
import styles from './SafetyGate.module.css';
import { useFirstFocus } from './use-first-focus.ts';

type Answers = Readonly<Record<string, string>>;

/**
 * All answers of a side. The window that asks has them for as long as it is open and neither the
 * letter nor its reader changes: so nobody is asked the same twice, and a "stop" is not gone because
 * the questions were closed. They are kept nowhere else.
 */
export type Answered = Readonly<Partial<Record<Side, Answers>>>;

interface GateQuestionsProps {
  readonly side: Side;
  /** What was answered before: then what came of it is shown first. */
  readonly before: Answers | undefined;
  /** All of it was answered, or some of it was taken back. */
  readonly onAnswered: (answers: Answers | undefined) => void;
  readonly onChoose: (choice: GateChoice, answer: GateAnswer) => void;
  readonly onBack: () => void;
}

/** The three questions of a side, one at a time, and what follows from the answers. */
export function GateQuestions(props: GateQuestionsProps) {
  const { side, before, onAnswered, onChoose, onBack } = props;
  const questions = gateQuestions(side);
  const [answers, setAnswers] = useState<Answers>(before ?? {});
  const at = Object.keys(answers).length;
  const question = questions[at];
  const result = resultOf(questions, answers);
  const answer = (id: string, value: string) => {
    const given = { ...answers, [id]: value };
    setAnswers(given);
    if (resultOf(questions, given) !== null) onAnswered(given);
  };
  const back = () => {
    onAnswered(undefined);
    const last = questions[at - 1];
    if (last === undefined) onBack();
    else setAnswers(Object.fromEntries(Object.entries(answers).filter(([id]) => id !== last.id)));
  };
  return (
    <>
      {question !== undefined && (
        <Question
          key={question.id}
          question={question}
          index={at + 1}
          of={questions.length}
          onAnswer={value => answer(question.id, value)}
        />
      )}
      {result !== null && (
        <Result
          side={side}
          result={result}
          answers={answers}
          onChoose={choice => onChoose(choice, { side, result, goOn: false })}
        />
      )}
      <div className={styles['back']}>
        <Button variant="quiet" size="small" icon="back" onClick={back}>
          {at === 0 ? words.close : words.back}
        </Button>
      </div>
    </>
  );
}

interface QuestionProps {
  readonly question: GateQuestion;
  readonly index: number;
  readonly of: number;
  readonly onAnswer: (value: string) => void;
}

function Question({ question, index, of, onAnswer }: QuestionProps) {
  const heading = useFirstFocus<HTMLHeadingElement>();
  const { id, ask, help, answers } = question;
  return (
    <>
      {index === 1 && <p className={styles['intro']}>{safetyGate.intro}</p>}
      <p className={styles['count']}>{words.of(index, of)}</p>
      <h3
        ref={heading}
        tabIndex={-1}
        id={`gate-${id}`}
        aria-describedby={`gate-${id}-help`}
        className={styles['ask']}
      >
        {ask}
      </h3>
      <p id={`gate-${id}-help`} className={styles['help']}>
        {help}
      </p>
      <div role="group" aria-labelledby={`gate-${id}`} className={styles['answers']}>
        {answers.map(({ value, label }) => (
          <Button key={value} size="wide" onClick={() => onAnswer(value)}>
            {label}
          </Button>
        ))}
      </div>
    </>
  );
}

interface ResultProps {
  readonly side: Side;
  readonly result: GateResult;
  readonly answers: Answers;
  readonly onChoose: (choice: GateChoice) => void;
}

function Result({ side, result, answers, onChoose }: ResultProps) {
  const heading = useFirstFocus<HTMLHeadingElement>();
  const { heading: title, body, buttons } = safetyGate.results[result];
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className={styles['ask']}>
        {title}
      </h3>
      <p className={styles['help']}>{body}</p>
      <div className={styles['says']}>
        {gateWords(side, answers).map(({ id, ask, label, says }) => (
          <Notice key={id}>
            <span className={styles['given']}>{words.given(ask, label)}</span>
            {says}
          </Notice>
        ))}
      </div>
      <div className={styles['answers']}>
        {buttons[side].map(({ action, label }, index) => (
          <Button
            key={action}
            size="wide"
            variant={index === 0 ? 'primary' : 'plain'}
            onClick={() => onChoose(action)}
          >
            {label}
          </Button>
        ))}
      </div>
    </>
  );
}
