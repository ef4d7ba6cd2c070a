import { useState } from 'react';
import { Day, dayAfter, dayOf, formatNearDay } from '#shared/domain/day.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import type { AppError } from '#shared/errors.ts';
import { canSealTo, daysToSealTo } from '#shared/domain/sealing.ts';
import { sealLetter } from '../../actions/sealing.ts';
import { describeError } from '../../api/describe-error.ts';
import { useShellInfo } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { words } from '../../words/en.ts';
import { sealingWords, untilDay } from '../../words/sealing.ts';
import styles from './SealDialog.module.css';

/** How many days it is put away. */
const SPANS = { tomorrow: 1, threeDays: 3, week: 7 } as const;

type Span = keyof typeof SPANS;

interface SealDialogProps {
  readonly id: EntryId;
  readonly onClose: () => void;
}

type Problem = AppError | 'notSaved';

/** Asks until when a letter is put away. */
export function SealDialog({ id, onClose }: SealDialogProps) {
  const { locale } = useShellInfo();
  const [today] = useState(() => dayOf(new Date()));
  const [chosen, setChosen] = useState<Span | 'own'>('threeDays');
  const [typed, setTyped] = useState<string>(dayAfter(today, 14));
  const [isWrong, setWrong] = useState(false);
  const [isSealing, setSealing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { first, last } = daysToSealTo(today);

  async function seal() {
    const until = chosen === 'own' ? dayTyped(typed, today) : dayAfter(today, SPANS[chosen]);
    setWrong(until === null);
    if (until === null) return;
    setSealing(true);
    setProblem(null);
    const sealed = await sealLetter(id, until, sealingWords.sealed(untilDay(until, locale)));
    setSealing(false);
    if (sealed.ok) onClose();
    else setProblem(sealed.error);
  }

  const close = () => {
    if (!isSealing) onClose();
  };

  return (
    <Dialog
      title={sealingWords.title}
      width="small"
      // What is written on meanwhile would go into the envelope with it.
      onClose={close}
      footer={
        <>
          <Button disabled={isSealing} onClick={close}>
            {words.common.cancel}
          </Button>
          <Button variant="primary" busy={isSealing} onClick={() => void seal()}>
            {sealingWords.seal}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <p className={styles['lead']}>{sealingWords.lead}</p>
        <RadioCards<Span | 'own'>
          label={sealingWords.until}
          columns={2}
          value={chosen}
          options={[
            ...(['tomorrow', 'threeDays', 'week'] as const).map(value => ({
              value,
              label: sealingWords.choices[value],
              note: formatNearDay(dayAfter(today, SPANS[value]), today, locale),
            })),
            {
              value: 'own' as const,
              label: sealingWords.choices.own,
              note: sealingWords.choices.ownNote,
            },
          ]}
          onChange={value => {
            setChosen(value);
            setWrong(false);
          }}
        />
        {chosen === 'own' && (
          <TextField
            type="date"
            label={sealingWords.day}
            min={first}
            max={last}
            value={typed}
            error={isWrong ? sealingWords.wrongDay(first, last, locale) : null}
            onValueChange={setTyped}
          />
        )}
        {problem === 'notSaved' && (
          <div role="alert">
            <Notice>{sealingWords.notSaved}</Notice>
          </div>
        )}
        {problem !== null && problem !== 'notSaved' && <Failure {...describeError(problem)} />}
      </div>
    </Dialog>
  );
}

/** The day in the field, if a letter can be sealed to it. */
function dayTyped(typed: string, today: Day): Day | null {
  const day = Day.safeParse(typed);
  return day.success && canSealTo(day.data, today) ? day.data : null;
}
