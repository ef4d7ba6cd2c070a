import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { showFailure } from '../../actions/navigate.ts';
import { call } from '../../api/client.ts';
import { queries, useSettings } from '../../api/queries.ts';
import { ui } from '../../state/ui-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
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
        <Reminder isWeighty title={text.newTitle} line={text.newText}>
          <Button variant="primary" onClick={() => ui.openDialog({ name: 'recovery' })}>
            {text.show}
          </Button>
        </Reminder>
      );
    case 'type':
      return (
        <Reminder isWeighty title={text.unsureTitle} line={text.unsureText}>
          <Button variant="primary" onClick={() => ui.openDialog({ name: 'findRecovery' })}>
            {text.type}
          </Button>
          <Button variant="quiet" onClick={() => ui.openDialog({ name: 'renewRecovery' })}>
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
  /** It may decide whether the words can ever be read again. */
  readonly isWeighty?: boolean;
  readonly title: string;
  readonly line: string;
  readonly children: ReactNode;
}

function Reminder({ isWeighty = false, title, line, children }: ReminderProps) {
  return (
    <section
      className={styles['reminder']}
      data-weighty={isWeighty || undefined}
      aria-label={title}
    >
      {isWeighty && (
        <div className={styles['key']}>
          <Icon name="key" size={22} />
        </div>
      )}
      <div className={styles['body']}>
        <div className={styles['words']}>
          <h2 className={styles['title']}>{title}</h2>
          <p>{line}</p>
        </div>
        <div className={styles['buttons']}>{children}</div>
      </div>
    </section>
  );
}
