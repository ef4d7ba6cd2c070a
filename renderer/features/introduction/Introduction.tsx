import { useEffect, useEffectEvent, useRef, useState, type FormEvent } from 'react';
import { roleNote } from '#shared/content/steps.ts';
import { Relationship, Role } from '#shared/domain/journey.ts';
import { showFailure } from '../../actions/navigate.ts';
import { call } from '../../api/client.ts';
import { keepOnLeaving } from '../../state/keep-on-leaving.ts';
import { ui } from '../../state/ui-store.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { words } from '../../words/en.ts';
import { journeyWords } from '../../words/journeys.ts';
import styles from './Introduction.module.css';

const NAME_ROOM = 500;

/** The one question after a vault is made. It can be skipped, and asked for again. */
export function Introduction() {
  const [personName, setPersonName] = useState('');
  const [relationship, setRelationship] = useState<Relationship | null>(null);
  const [role, setRole] = useState<Role | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const { length } = personName.trim();
  const isTooLong = length > NAME_ROOM;

  async function finish(settle: () => ReturnType<typeof skip>) {
    if (busy) return;
    setBusy(true);
    const reply = await settle();
    setBusy(false);
    if (reply.ok) ui.setIntroducing(false);
    else showFailure(reply.error);
  }

  const skip = () => call('settings.update', { introduced: true });

  function answer(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (relationship === null || role === null || isTooLong) return;
    void finish(() => begin({ personName: personName.trim(), relationship, role }));
  }

  // A lock takes the question away, and what was answered so far with it; it can not ask for more.
  const keepAnswers = useEffectEvent(async () => {
    const name = personName.trim().slice(0, NAME_ROOM);
    const isAnswered = name !== '' || relationship !== null || role !== null;
    if (busy || !isAnswered) return true;
    const reply = await begin({
      personName: name,
      relationship: relationship ?? 'other',
      role: role ?? 'both',
    });
    if (reply.ok) ui.setIntroducing(false);
    return reply.ok;
  });
  useEffect(() => keepOnLeaving(() => keepAnswers()), []);

  const missing = (value: unknown) =>
    tried && value === null ? words.introduction.chooseOne : null;

  return (
    <main className={styles['stage']}>
      <form className={styles['sheet']} onSubmit={answer}>
        <h1 ref={heading} tabIndex={-1} className={styles['title']}>
          {words.introduction.title}
        </h1>
        <p className={styles['lead']}>{words.introduction.lead}</p>
        <div className={styles['fields']}>
          <TextField
            label={words.introduction.name}
            hint={words.introduction.nameHint}
            error={isTooLong ? journeyWords.dialog.nameTooLong(length) : null}
            value={personName}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            onValueChange={setPersonName}
          />
          <RadioCards
            label={words.introduction.relationship}
            columns={4}
            value={relationship}
            error={missing(relationship)}
            options={Relationship.options.map(value => ({
              value,
              label: words.journey.relationships[value],
            }))}
            onChange={setRelationship}
          />
          <RadioCards
            label={words.introduction.role}
            columns={1}
            value={role}
            error={missing(role)}
            options={Role.options.map(value => ({
              value,
              label: words.introduction.roleDetail[value],
              note: roleNote[value],
            }))}
            onChange={setRole}
          />
        </div>
        <div className={styles['buttons']}>
          <Button variant="quiet" onClick={() => void finish(skip)}>
            {words.introduction.skip}
          </Button>
          <Button type="submit" variant="primary" busy={busy}>
            {words.introduction.proceed}
          </Button>
        </div>
      </form>
    </main>
  );
}

/** Makes the journey, and chooses it. */
async function begin(answers: { personName: string; relationship: Relationship; role: Role }) {
  const made = await call('journeys.create', { ...answers, breaches: [], startedOn: null });
  if (!made.ok) return made;
  return call('settings.update', { introduced: true, currentJourneyId: made.value.id });
}
