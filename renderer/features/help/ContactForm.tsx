import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type KeyboardEvent,
  type SubmitEvent,
} from 'react';
import { contactsPage } from '#shared/content/steps.ts';
import type { Contact } from '#shared/domain/settings.ts';
import { keepOnLeaving } from '../../state/keep-on-leaving.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { words } from '../../words/en.ts';
import { contactWords } from '../../words/help.ts';
import { writtenContact } from './contacts.ts';
import styles from './OwnContacts.module.css';

interface ContactFormProps {
  readonly contact: Contact;
  /** False when it could not be stored; the form then stays. */
  readonly onSave: (contact: Contact) => Promise<boolean>;
  readonly onClose: () => void;
}

/** The fields of one contact. What was typed is kept, unless the person cancels. */
export function ContactForm({ contact: first, onSave, onClose }: ContactFormProps) {
  const [contact, setContact] = useState(first);
  const isOver = useRef(false);

  async function keep(): Promise<boolean> {
    const written = writtenContact(contact);
    if (isOver.current || contact === first || written === null) return true;
    isOver.current = true;
    isOver.current = await onSave(written);
    return isOver.current;
  }

  // Neither a lock nor a closed dialog loses what was typed.
  const keepTyped = useEffectEvent(() => keep());
  // Should the lock be held back, what is typed then belongs to no form that was kept already.
  const keepAndClose = useEffectEvent(async () => {
    const isKept = await keep();
    if (isKept) onClose();
    return isKept;
  });
  useEffect(() => {
    const stop = keepOnLeaving(() => keepAndClose());
    return () => {
      stop();
      void keepTyped();
    };
  }, []);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (await keep()) onClose();
  }

  function cancel() {
    isOver.current = true;
    onClose();
  }

  function cancelOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    // The dialog around it stays open.
    event.preventDefault();
    event.stopPropagation();
    cancel();
  }

  return (
    <form
      className={styles['form']}
      aria-label={first.name || contactWords.newContact}
      onSubmit={event => void submit(event)}
      onKeyDown={cancelOnEscape}
    >
      {contactsPage.fields.map(({ id, label, placeholder }) => (
        <TextField
          key={id}
          label={label}
          placeholder={placeholder}
          value={contact[id]}
          maxLength={1000}
          dir="auto"
          autoComplete="off"
          autoFocus={id === 'name'}
          onValueChange={value => setContact(before => ({ ...before, [id]: value }))}
        />
      ))}
      <div className={styles['buttons']}>
        <Button type="submit" variant="primary">
          {contactWords.save}
        </Button>
        <Button onClick={cancel}>{words.common.cancel}</Button>
      </div>
    </form>
  );
}
