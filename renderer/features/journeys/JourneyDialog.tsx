import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState, type FormEvent } from 'react';
import type { JourneyId } from '#shared/domain/ids.ts';
import { archiveJourney } from '../../actions/journeys.ts';
import { queries, useSettings } from '../../api/queries.ts';
import { keepOnLeaving } from '../../state/keep-on-leaving.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { KeepChanges } from '../../ui/KeepChanges.tsx';
import { words } from '../../words/en.ts';
import { journeyWords } from '../../words/journeys.ts';
import { answersOf, asFarAsKnown, hasChanged, problemsOf, type Answers } from './answers.ts';
import styles from './JourneyDialog.module.css';
import { JourneyFields } from './JourneyFields.tsx';
import { saveJourney } from './save-journey.ts';

interface JourneyDialogProps {
  /** The journey that is edited, or null for a new one. */
  readonly id: JourneyId | null;
  readonly onClose: () => void;
}

/** A field whose answer has to be mended. */
const WRONG = '[aria-invalid], fieldset:has([role="alert"]) input';

/** A date field that holds half a date, or the 31st of February, gives no value that could be looked at. */
const hasBadDay = (form: HTMLFormElement | null): boolean =>
  form?.querySelector<HTMLInputElement>('input[type="date"]')?.validity.badInput ?? false;

/** Whom a journey is about, and from which side. */
export function JourneyDialog({ id, onClose }: JourneyDialogProps) {
  const { data: journeys } = useSuspenseQuery(queries.journeys);
  const { myName } = useSettings();
  const journey = journeys.find(each => each.id === id);
  const isGone = id !== null && journey === undefined;
  const [first] = useState(() => answersOf(journey, myName));
  const [answers, setAnswers] = useState(first);
  const [tries, setTries] = useState(0);
  const [busy, setBusy] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (isGone) onClose();
  }, [isGone, onClose]);

  // What is wrong is named beside its field, and the first such field is where to go on.
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>(WRONG)?.focus();
  }, [tries]);

  async function save() {
    if (busy) return;
    setLeaving(false);
    const asked = { ...answers, hasBadDay: hasBadDay(form.current) };
    if (problemsOf(asked) !== null) {
      setAnswers(asked);
      setTries(tries + 1);
      return;
    }
    setBusy(true);
    const isSaved = await saveJourney(id, asked, first);
    setBusy(false);
    if (isSaved) onClose();
  }

  // A lock takes the dialog away, and what was answered so far with it.
  const keepAnswers = useEffectEvent(async () => {
    const asked = { ...answers, hasBadDay: hasBadDay(form.current) };
    if (busy || !hasChanged(answers, first)) return true;
    const isKept = await saveJourney(id, asFarAsKnown(asked, first), first);
    // It is there now: should the lock be held back, it is not begun a second time.
    if (isKept) onClose();
    return isKept;
  });
  useEffect(() => keepOnLeaving(() => keepAnswers()), []);

  async function archive() {
    if (journey !== undefined && (await archiveJourney(journey.id, journey.archivedAt === null))) {
      onClose();
    }
  }

  const close = () => {
    if (isLeaving) setLeaving(false);
    else if (hasChanged(answers, first)) setLeaving(true);
    else onClose();
  };
  const keep = id === null ? journeyWords.dialog.create : journeyWords.dialog.save;

  return (
    <Dialog
      title={id === null ? journeyWords.dialog.newTitle : journeyWords.dialog.editTitle}
      width="wide"
      onClose={close}
      footer={
        isLeaving ? (
          <KeepChanges
            keep={keep}
            onKeep={() => void save()}
            onDiscard={onClose}
            onGoOn={() => setLeaving(false)}
          />
        ) : (
          <>
            {journey !== undefined && (
              <span className={styles['aside']}>
                <Button
                  variant="quiet"
                  icon={journey.archivedAt === null ? 'archive' : 'restore'}
                  onClick={() => void archive()}
                >
                  {journey.archivedAt === null
                    ? journeyWords.dialog.archive
                    : journeyWords.dialog.restore}
                </Button>
              </span>
            )}
            <Button onClick={close}>{words.common.cancel}</Button>
            <Button type="submit" form="journey" variant="primary" busy={busy}>
              {keep}
            </Button>
          </>
        )
      }
    >
      <form
        ref={form}
        id="journey"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void save();
        }}
      >
        {id === null && <p className={styles['lead']}>{journeyWords.dialog.lead}</p>}
        <JourneyFields
          answers={answers}
          problems={tries > 0 ? problemsOf(answers) : null}
          isNew={id === null}
          onChange={(change: Partial<Answers>) => setAnswers(now => ({ ...now, ...change }))}
        />
      </form>
    </Dialog>
  );
}
