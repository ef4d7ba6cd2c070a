import { useEffect, useRef, useState } from 'react';
import { contactsPage } from '#shared/content/steps.ts';
import type { Contact } from '#shared/domain/settings.ts';
import { describeError } from '../../api/describe-error.ts';
import { useSettings } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { words } from '../../words/en.ts';
import { contactWords } from '../../words/help.ts';
import { ContactForm } from './ContactForm.tsx';
import {
  CONTACT_FIELDS,
  CONTACTS_MOST,
  emptyContact,
  storeContacts,
  withContact,
  withoutContact,
} from './contacts.ts';
import styles from './OwnContacts.module.css';

/** Which contact has its fields open: one of the list, a new one, or none. */
type Editing = number | 'new' | null;

/** The people and services the person would want in a hard moment. They need the open vault. */
export function OwnContacts() {
  const { contacts } = useSettings();
  const [editing, setEditing] = useState<Editing>(null);
  const [removed, setRemoved] = useState<{ contact: Contact; at: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const focusNext = useRef<string | null>(null);

  async function store(next: Contact[]): Promise<boolean> {
    const error = await storeContacts(next);
    setProblem(error === null ? null : describeError(error).title);
    return error === null;
  }

  const save = (at: number | null) => (contact: Contact) =>
    store(withContact(contacts, at, contact));

  async function remove(at: number) {
    const contact = contacts[at];
    if (contact === undefined || !(await store(withoutContact(contacts, at)))) return;
    setRemoved({ contact, at });
  }

  async function bringBack() {
    if (removed === null) return;
    if (!(await store(contacts.toSpliced(removed.at, 0, removed.contact)))) return;
    focusNext.current = String(removed.at);
    setRemoved(null);
  }

  function close() {
    focusNext.current = editing === 'new' ? 'add' : String(editing);
    setEditing(null);
  }

  // What had the focus went away with the form; the nearest control takes it.
  useEffect(() => {
    if (focusNext.current === null) return;
    page.current?.querySelector<HTMLElement>(`[data-contact="${focusNext.current}"]`)?.focus();
    focusNext.current = null;
  });

  return (
    <div ref={page}>
      {contactsPage.body.map(paragraph => (
        <p key={paragraph} className={styles['intro']}>
          {paragraph}
        </p>
      ))}
      {contacts.length === 0 && editing === null && (
        <p className={styles['empty']}>{contactsPage.empty}</p>
      )}
      <ul className={styles['list']} aria-label={contactWords.list}>
        {contacts.map((contact, at) => (
          <li key={at} className={styles['contact']}>
            {editing === at ? (
              <ContactForm contact={contact} onSave={save(at)} onClose={close} />
            ) : (
              <OneContact
                contact={contact}
                at={at}
                onEdit={() => setEditing(at)}
                onRemove={() => void remove(at)}
              />
            )}
          </li>
        ))}
        {editing === 'new' && (
          <li className={styles['contact']}>
            <ContactForm contact={emptyContact} onSave={save(null)} onClose={close} />
          </li>
        )}
      </ul>
      {problem !== null && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
      <div role="status" className={styles['removed']}>
        {removed !== null && (
          <>
            <span dir="auto">
              {contactWords.removed(removed.contact.name || contactWords.unnamed)}
            </span>
            <Button size="small" autoFocus onClick={() => void bringBack()}>
              {words.common.undo}
            </Button>
          </>
        )}
      </div>
      {editing === null &&
        (contacts.length < CONTACTS_MOST ? (
          <Button icon="plus" data-contact="add" onClick={() => setEditing('new')}>
            {contactsPage.addButton}
          </Button>
        ) : (
          <p>{contactWords.full}</p>
        ))}
    </div>
  );
}

interface OneContactProps {
  readonly contact: Contact;
  readonly at: number;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function OneContact({ contact, at, onEdit, onRemove }: OneContactProps) {
  const name = contact.name || contactWords.unnamed;
  return (
    <>
      <dl className={styles['facts']}>
        {CONTACT_FIELDS.filter(field => field === 'name' || contact[field] !== '').map(field => (
          <div key={field} data-field={field}>
            <dt className={field === 'name' ? 'visually-hidden' : undefined}>{labelOf(field)}</dt>
            <dd dir="auto">{field === 'name' ? name : contact[field]}</dd>
          </div>
        ))}
      </dl>
      <div className={styles['tools']}>
        <IconButton icon="pen" label={contactWords.edit(name)} data-contact={at} onClick={onEdit} />
        <IconButton icon="trash" label={contactWords.remove(name)} onClick={onRemove} />
      </div>
    </>
  );
}

const labelOf = (field: keyof Contact): string =>
  contactsPage.fields.find(({ id }) => id === field)?.label ?? '';
