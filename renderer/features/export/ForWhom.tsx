import { useSuspenseQuery } from '@tanstack/react-query';
import { safetyGate } from '#shared/content/safety-gate.ts';
import type { Audience } from '#shared/domain/audience.ts';
import { queries, useEntries } from '../../api/queries.ts';
import { Notice } from '../../ui/Notice.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { exportWords } from '../../words/export.ts';
import { otherPerson, type Choices } from './choices.ts';
import styles from './Export.module.css';

interface ForWhomProps {
  readonly choices: Choices;
  readonly onChange: (changed: Partial<Choices>) => void;
}

const AUDIENCES: readonly Audience[] = ['for-me', 'for-counsellor', 'for-partner'];

/** Who will have the copy, and what to think of. */
export function ForWhom({ choices, onChange }: ForWhomProps) {
  const journeys = useSuspenseQuery(queries.journeys).data;
  const { data: entries = [] } = useEntries();
  const person = otherPerson(choices, entries, journeys);
  const { audience, isSealed } = choices;
  const note =
    audience === 'for-me' && isSealed ? exportWords.forWhom.sealed : audience && noteFor(audience);
  return (
    <div className={styles['group']}>
      <RadioCards<Audience>
        label={exportWords.forWhom.label}
        columns={1}
        value={audience}
        options={AUDIENCES.map(value => ({
          value,
          label: exportWords.forWhom.of(value, person),
          note: exportWords.forWhom.notes[value],
        }))}
        onChange={chosen => onChange({ audience: chosen })}
      />
      {note !== null && <Notice>{note}</Notice>}
      {audience === 'for-counsellor' && (
        <Switch
          label={exportWords.forWhom.withPrivate}
          hint={exportWords.forWhom.withPrivateHint}
          checked={choices.withPrivate}
          onChange={withPrivate => onChange({ withPrivate })}
        />
      )}
    </div>
  );
}

const noteFor = (audience: Audience): string | null =>
  audience === 'for-partner' ? null : safetyGate.audienceNotes[audience];
