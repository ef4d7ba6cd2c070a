import { useSuspenseQuery } from '@tanstack/react-query';
import { steps } from '#shared/content/steps.ts';
import { queries } from '../../api/queries.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { exportWords } from '../../words/export.ts';
import { journeyName } from '../../words/journey-name.ts';
import { areDaysTwisted, type Choices, type What } from './choices.ts';
import { ChooseLetters } from './ChooseLetters.tsx';
import styles from './Export.module.css';

interface WhatGoesProps {
  readonly choices: Choices;
  readonly onChange: (changed: Partial<Choices>) => void;
}

const WHAT: readonly What[] = ['letter', 'entries', 'step', 'journey', 'days', 'everything'];

/** Which writing. */
export function WhatGoes({ choices, onChange }: WhatGoesProps) {
  const journeys = useSuspenseQuery(queries.journeys).data;
  const offered = WHAT.filter(
    what =>
      (what !== 'letter' || choices.letter !== null) && (what !== 'journey' || journeys.length > 0),
  );
  return (
    <div className={styles['group']}>
      <Select<What>
        label={exportWords.what.label}
        value={choices.what}
        options={offered.map(value => ({ value, label: exportWords.what[value] }))}
        onChange={what =>
          onChange({
            what,
            ...(what === 'journey' && { journeyId: choices.journeyId ?? journeys[0]?.id ?? null }),
          })
        }
      />
      {choices.what === 'entries' && (
        <ChooseLetters chosen={choices.ids} onChange={ids => onChange({ ids })} />
      )}
      {choices.what === 'step' && (
        <Select<string>
          label={exportWords.step}
          value={String(choices.step)}
          options={steps.map(({ id, title }) => ({
            value: String(id),
            label: `${id} · ${title}`,
          }))}
          onChange={step => onChange({ step: Number(step) })}
        />
      )}
      {(choices.what === 'journey' || (choices.what === 'step' && journeys.length > 0)) && (
        <Select<string>
          label={exportWords.ofJourney}
          value={choices.journeyId ?? ''}
          options={[
            ...journeys.map(journey => ({ value: journey.id, label: journeyName(journey) })),
            ...(choices.what === 'step' ? [{ value: '', label: exportWords.allJourneys }] : []),
          ]}
          onChange={id =>
            onChange({ journeyId: journeys.find(journey => journey.id === id)?.id ?? null })
          }
        />
      )}
      {choices.what === 'days' && <Days choices={choices} onChange={onChange} />}
    </div>
  );
}

function Days({ choices, onChange }: WhatGoesProps) {
  return (
    <div className={styles['days']}>
      <TextField
        type="date"
        label={exportWords.from}
        value={choices.from}
        max="9999-12-31"
        error={areDaysTwisted(choices) ? exportWords.noDays : null}
        onValueChange={from => onChange({ from })}
      />
      <TextField
        type="date"
        label={exportWords.to}
        value={choices.to}
        max="9999-12-31"
        onValueChange={to => onChange({ to })}
      />
    </div>
  );
}
