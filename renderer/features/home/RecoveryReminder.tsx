import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { showFailure } from '../../actions/navigate.ts';
import { call } from '../../api/client.ts';
import { queries, useSettings } from '../../api/queries.ts';
import { ui } from '../../state/ui-store.ts';
import { Button } from '../../ui/Button.tsx';
import { recoveryWords } from '../../words/recovery.ts';
import styles from './Reminder.module.css';
import { reminderOf } from './recovery-reminder.ts';

const text = recoveryWords.card;

/** Reminds of the recovery code: until it was typed back, and then once in three months. */
export function RecoveryReminder() {
  const { data: state } = useQuery(queries.recoveryState);
  const { data: made } = useQuery(queries.newRecoveryCode);
  const { recoveryAskedAt } = useSettings();
  const [now] = useState(Date.now);
  if (state === undefined || made === undefined) return null;
  const canBeShown = made.recoveryCode !== null;
  const reminder = reminderOf({ ...state, canBeShown, askedAt: recoveryAskedAt }, now);
  if (reminder === null) return null;
  switch (reminder) {
    case 'keep':
      return (
        <Reminder title={text.newTitle} line={text.newText}>
          <Button size="small" icon="key" onClick={() => ui.openDialog({ name: 'recovery' })}>
            {text.show}
          </Button>
        </Reminder>
      );
    case 'type':
      return (
        <Reminder title={text.unsureTitle} line={text.unsureText}>
          <Button size="small" icon="key" onClick={() => ui.openDialog({ name: 'findRecovery' })}>
            {text.type}
          </Button>
          <Button
            size="small"
            variant="quiet"
            onClick={() => ui.openDialog({ name: 'renewRecovery' })}
          >
            {text.renew}
          </Button>
        </Reminder>
      );
    case 'find':
      return (
        <Reminder title={text.findTitle} line={text.findText}>
          <Button size="small" icon="key" onClick={() => ui.openDialog({ name: 'findRecovery' })}>
            {text.type}
          </Button>
          <Button size="small" variant="quiet" onClick={() => void putAside()}>
            {text.notNow}
          </Button>
        </Reminder>
      );
    default:
      return reminder satisfies never;
  }
}

async function putAside(): Promise<void> {
  const reply = await call('settings.update', { recoveryAskedAt: Date.now() });
  if (!reply.ok) showFailure(reply.error);
}

interface ReminderProps {
  readonly title: string;
  readonly line: string;
  readonly children: ReactNode;
}

function Reminder({ title, line, children }: ReminderProps) {
  return (
    <section className={styles['reminder']} aria-label={title}>
      <div className={styles['words']}>
        <p className={styles['title']}>{title}</p>
        <p>{line}</p>
      </div>
      <div className={styles['buttons']}>{children}</div>
    </section>
  );
}
