import { useState } from 'react';
import type { Entry } from '#shared/domain/entry.ts';
import type { JourneyId } from '#shared/domain/ids.ts';
import { moveLetter } from '../../actions/letters.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { words } from '../../words/en.ts';
import { journeyName } from '../../words/journey-name.ts';
import { letterWords } from '../../words/letter.ts';
import styles from './MoveDialog.module.css';
import { useJourneys } from './use-journeys.ts';

const NONE = 'none';

interface MoveDialogProps {
  readonly entry: Pick<Entry, 'id' | 'journeyId'>;
  readonly onClose: () => void;
}

/** Asks to which journey a letter should belong. */
export function MoveDialog({ entry, onClose }: MoveDialogProps) {
  const here = entry.journeyId ?? NONE;
  const [chosen, setChosen] = useState<JourneyId | typeof NONE>(here);
  const journeys = useJourneys().filter(({ id, archivedAt }) => archivedAt === null || id === here);
  const options = [
    ...journeys.map(journey => ({ value: journey.id, label: journeyName(journey) })),
    { value: NONE, label: letterWords.noJourney },
  ] as const;

  function move() {
    onClose();
    const journey = journeys.find(({ id }) => id === chosen);
    if (chosen === here) return;
    const said =
      journey === undefined ? letterWords.movedOut : letterWords.moved(journeyName(journey));
    void moveLetter(entry.id, journey?.id ?? null, said);
  }

  return (
    <Dialog
      title={letterWords.moveTitle}
      width="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button variant="primary" disabled={chosen === here} onClick={move}>
            {letterWords.moveButton}
          </Button>
        </>
      }
    >
      <p className={styles['lead']}>{letterWords.moveLead}</p>
      <RadioCards
        label={letterWords.moveList}
        columns={1}
        value={chosen}
        options={options.map(option => ({
          ...option,
          ...(option.value === here && { note: letterWords.here }),
        }))}
        onChange={setChosen}
      />
    </Dialog>
  );
}
