import { roleNote } from '#shared/content/steps.ts';
import { Relationship, Role } from '#shared/domain/journey.ts';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { words } from '../../words/en.ts';
import { journeyWords } from '../../words/journeys.ts';
import type { Answers, Problems } from './answers.ts';
import { BreachChoice } from './BreachChoice.tsx';
import styles from './JourneyDialog.module.css';

interface JourneyFieldsProps {
  readonly answers: Answers;
  readonly problems: Problems | null;
  readonly isNew: boolean;
  readonly onChange: (change: Partial<Answers>) => void;
}

/** The questions about a journey. Only two of them need an answer. */
export function JourneyFields({ answers, problems, isNew, onChange }: JourneyFieldsProps) {
  return (
    <div className={styles['fields']}>
      <TextField
        label={journeyWords.dialog.name}
        hint={journeyWords.dialog.nameHint}
        error={problems?.personName}
        value={answers.personName}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        onValueChange={personName => onChange({ personName })}
      />
      <RadioCards
        label={journeyWords.dialog.relationship}
        columns={4}
        value={answers.relationship}
        error={problems?.relationship ?? null}
        options={Relationship.options.map(value => ({
          value,
          label: words.journey.relationships[value],
        }))}
        onChange={relationship => onChange({ relationship })}
      />
      <div>
        <RadioCards
          label={journeyWords.dialog.role}
          columns={1}
          value={answers.role}
          error={problems?.role ?? null}
          options={Role.options.map(value => ({
            value,
            label: words.introduction.roleDetail[value],
            note: roleNote[value],
          }))}
          onChange={role => onChange({ role })}
        />
        {!isNew && <p className={styles['quiet']}>{journeyWords.dialog.roleKept}</p>}
      </div>
      <BreachChoice chosen={answers.breaches} onChange={breaches => onChange({ breaches })} />
      <div className={styles['pair']}>
        <TextField
          type="date"
          label={journeyWords.dialog.startedOn}
          hint={journeyWords.dialog.startedOnHint}
          error={answers.hasBadDay ? journeyWords.dialog.noDay : problems?.startedOn}
          defaultValue={answers.startedOn}
          max="9999-12-31"
          // A day that is half typed is bad too: it is only named once the field is left.
          onBlur={event => onChange({ hasBadDay: event.target.validity.badInput })}
          onValueChange={startedOn => onChange({ startedOn, hasBadDay: false })}
        />
        <TextField
          label={journeyWords.dialog.myName}
          hint={journeyWords.dialog.myNameHint}
          error={problems?.myName}
          value={answers.myName}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          onValueChange={myName => onChange({ myName })}
        />
      </div>
    </div>
  );
}
