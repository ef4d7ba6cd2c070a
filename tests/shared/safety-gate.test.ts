import { describe, expect, test } from 'vitest';
import { gateQuestions, gateWords, safetyGate } from '#shared/content/safety-gate.ts';
import { templates } from '#shared/content/templates.ts';
import { GATE_RESULTS, mayShare, resultOf, type GateResult } from '#shared/domain/safety-gate.ts';
import { Side } from '#shared/domain/template.ts';

/** Every way in which the three questions of a side can be answered. */
function everyAnswer(side: Side): Record<string, string>[] {
  return gateQuestions(side).reduce<Record<string, string>[]>(
    (all, { id, answers }) =>
      all.flatMap(before => answers.map(({ value }) => ({ ...before, [id]: value }))),
    [{}],
  );
}

describe.each(Side.options)('the questions of %s', side => {
  const questions = gateQuestions(side);

  test('are three, and none has come to anything before all are answered', () => {
    expect(questions).toHaveLength(3);
    for (const answers of everyAnswer(side)) {
      for (const { id } of questions) {
        const { [id]: _left, ...others } = answers;
        expect(resultOf(questions, others)).toBeNull();
        expect(resultOf(questions, { ...answers, [id]: 'maybe' })).toBeNull();
      }
    }
  });

  test('come to the most careful answer, and say the words of every answer that was not go', () => {
    for (const answers of everyAnswer(side)) {
      const given = questions.map(({ id, answers: offered }) =>
        offered.find(({ value }) => value === answers[id]),
      );
      const results = given.map(answer => answer?.result);
      const result: GateResult = results.includes('stop')
        ? 'stop'
        : results.includes('pause')
          ? 'pause'
          : 'go';
      expect(resultOf(questions, answers)).toBe(result);
      const words = gateWords(side, answers);
      expect(words.map(({ says }) => says).toSorted()).toEqual(
        given.flatMap(answer => (answer?.result === 'go' ? [] : [String(answer?.says)])).toSorted(),
      );
      if (result === 'stop') expect(words[0]?.result).toBe('stop');
    }
  });

  test('let a copy be made exactly where there is a button to go on', () => {
    for (const result of GATE_RESULTS) {
      const actions = safetyGate.results[result].buttons[side].map(({ action }) => action);
      const canGoOn = actions.some(action => action === 'continue' || action === 'continue-anyway');
      const isReached = everyAnswer(side).some(answers => resultOf(questions, answers) === result);
      if (isReached)
        expect([result, mayShare({ side, result, goOn: true })]).toEqual([result, canGoOn]);
      expect(mayShare({ side, result, goOn: false })).toBe(false);
      expect(actions).toContain('keep');
      if (result !== 'go') expect(actions).toContain('counsellor-copy');
    }
  });
});

test('who caused harm can not go on by pressing the same place three times', () => {
  const questions = gateQuestions('caused-harm');
  const passes = [0, 1, 2].filter(at =>
    questions.every(({ answers }) => answers[at]?.result === 'go'),
  );
  expect(passes).toEqual([]);
});

test('who was hurt is never stopped', () => {
  const questions = gateQuestions('was-hurt');
  const results = everyAnswer('was-hurt').map(answers => resultOf(questions, answers));
  expect(results).not.toContain('stop');
  for (const result of GATE_RESULTS) {
    expect(mayShare({ side: 'was-hurt', result, goOn: true })).toBe(true);
  }
});

test('it names templates that there are, and stores no answers', () => {
  const { appliesTo, appliesIfShared, keptBackByDefault, counsellorOnly } = safetyGate;
  const known = new Set(templates.map(({ id }) => id));
  const named = [...appliesTo, ...appliesIfShared, ...keptBackByDefault, ...counsellorOnly];
  expect(named.filter(id => !known.has(id))).toEqual([]);
  expect(safetyGate.storeAnswers).toBe(false);
  expect(safetyGate.resultOrder).toEqual(GATE_RESULTS);
});
