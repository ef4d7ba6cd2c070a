import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { JourneyId } from '#shared/domain/ids.ts';
import type { ImportPlace, ImportPreview } from '#shared/domain/import.ts';
import { describeError } from '../../api/describe-error.ts';
import { queries } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { importWords } from '../../words/import.ts';
import { journeyName } from '../../words/journey-name.ts';
import { Found } from './Found.tsx';
import styles from './Import.module.css';
import { Losses, Problems } from './Problems.tsx';
import type { RunningImport } from './use-import.ts';

type Chosen = JourneyId | 'none' | 'as-it-was';

interface TakeInProps {
  readonly preview: ImportPreview;
  readonly running: RunningImport;
  readonly onClose: () => void;
}

/** What was found, what of it can not come, and where it shall go. */
export function TakeIn({ preview, running, onClose }: TakeInProps) {
  const { counts, losses } = preview;
  const [chosen, setChosen] = useState<Chosen>(counts.inJourneys > 0 ? 'as-it-was' : 'none');
  const [skipHere, setSkipHere] = useState(true);
  const { busy, failure, take, forget } = running;
  const coming = counts.entries - (skipHere ? counts.here : 0);
  // It can not be stopped half way, and what comes of it is to be seen, with its undo.
  const close = (): void => {
    if (!busy) onClose();
  };
  return (
    <Dialog
      title={importWords.title}
      onClose={close}
      width="wide"
      footer={
        <>
          <p className={styles['backup']} role="status">
            {busy ? importWords.taking : importWords.backup}
          </p>
          <Button disabled={busy} onClick={forget}>
            {importWords.again}
          </Button>
          <Button
            variant="primary"
            busy={busy}
            disabled={coming === 0}
            onClick={() => void take(placeOf(chosen), skipHere)}
          >
            {importWords.take(coming)}
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        {failure !== null && <Failure {...describeError(failure)} />}
        <p className={styles['found']}>{importWords.found(counts)}</p>
        <Where chosen={chosen} counts={counts} onChange={setChosen} />
        {counts.here > 0 && (
          <Switch
            label={importWords.skipHere(counts.here)}
            hint={importWords.skipHereNote}
            checked={skipHere}
            onChange={setSkipHere}
          />
        )}
        <Losses losses={losses} />
        <Problems preview={preview} />
        <Found preview={preview} />
      </div>
    </Dialog>
  );
}

interface WhereProps {
  readonly chosen: Chosen;
  readonly counts: ImportPreview['counts'];
  readonly onChange: (chosen: Chosen) => void;
}

function Where({ chosen, counts, onChange }: WhereProps) {
  const here = useSuspenseQuery(queries.journeys).data.filter(each => each.archivedAt === null);
  const asItWas = {
    value: 'as-it-was',
    label: importWords.placeAsItWas,
    note: importWords.placeAsItWasNote(counts.journeys),
  } as const;
  const options: { readonly value: Chosen; readonly label: string; readonly note?: string }[] = [
    ...(counts.inJourneys > 0 ? [asItWas] : []),
    { value: 'none', label: importWords.placeNone },
    ...here.map(journey => ({ value: journey.id, label: journeyName(journey) })),
  ];
  return (
    <div className={styles['where']}>
      <Select<Chosen>
        label={importWords.place}
        value={chosen}
        options={options}
        onChange={onChange}
      />
    </div>
  );
}

function placeOf(chosen: Chosen): ImportPlace {
  if (chosen === 'none') return { into: 'none' };
  if (chosen === 'as-it-was') return { into: 'as-it-was' };
  return { into: 'journey', journeyId: chosen };
}
