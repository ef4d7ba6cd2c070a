import { useEffect, useRef, useState } from 'react';
import { contactsPage } from '#shared/content/steps.ts';
import type { Contact } from '#shared/domain/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { words } from '../../words/en.ts';
import { contactWords } from '../../words/help.ts';
import { ContactForm } from './ContactForm.tsx';
import {
  CONTACT_FIELDS,
  CONTACTS_MOST,
  emptyContact,
  type ListedContact,
  withContact,
  withoutContact,
} from './contacts.ts';
import styles from './OwnContacts.module.css';
import { useContacts } from './use-contacts.ts';

/** The contact that has its fields open. */
interface Editing {
  readonly key: string;
  readonly isNew: boolean;
}

/** A contact that was removed, and where it stood. */
interface Removed extends ListedContact {
  readonly at: number;
}

/** The people and services the person would want in a hard moment. They need the open vault. */
export function OwnContacts() {
  const { contacts: stored, problem, change } = useContacts();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [leaving, setLeaving] = useState<readonly string[]>([]);
  const contacts = stored.filter(({ key }) => !leaving.includes(key));
  const page = useRef<HTMLDivElement>(null);
  const focusNext = useRef<string | null>(null);
  const isAdding = editing?.isNew === true && contacts.every(({ key }) => key !== editing.key);
  const shown = isAdding ? [...contacts, { key: editing.key, contact: emptyContact }] : contacts;

  async function remove({ key, contact }: ListedContact) {
    const at = stored.findIndex(each => each.key === key);
    // Before it is stored: "Undo" takes the focus in the same moment in which its row goes.
    setRemoved({ key, contact, at });
    setLeaving(keys => [...keys, key]);
    const isGone = await change(list => withoutContact(list, key));
    setLeaving(keys => keys.filter(each => each !== key));
    if (!isGone) endUndo(key);
  }

  /** There is nothing to undo any more; the contact is there, and takes the focus of "Undo". */
  function endUndo(key: string) {
    focusNext.current = key;
    setRemoved(now => (now?.key === key ? null : now));
  }

  async function bringBack() {
    if (removed === null) return;
    const { key, contact, at } = removed;
    const isBack = await change(list =>
      // It never went if that could not be stored.
      list.some(each => each.key === key) ? list : list.toSpliced(at, 0, { key, contact }),
    );
    if (isBack) endUndo(key);
  }

  function close() {
    focusNext.current = editing?.isNew === true ? 'add' : (editing?.key ?? null);
    setEditing(null);
  }

  // What had the focus went away with the form; the nearest control takes it.
  useEffect(() => {
    if (focusNext.current === null) return;
    const isTaken = page.current?.contains(document.activeElement) === true;
    if (!isTaken) {
      page.current?.querySelector<HTMLElement>(`[data-contact="${focusNext.current}"]`)?.focus();
    }
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
        {shown.map(listed => (
          <li key={listed.key} className={styles['contact']}>
            {editing?.key === listed.key ? (
              <ContactForm
                contact={listed.contact}
                onSave={contact => change(list => withContact(list, listed.key, contact))}
                onClose={close}
              />
            ) : (
              <OneContact
                listed={listed}
                onEdit={() => setEditing({ key: listed.key, isNew: false })}
                onRemove={() => void remove(listed)}
              />
            )}
          </li>
        ))}
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
            <Button key={removed.key} size="small" autoFocus onClick={() => void bringBack()}>
              {words.common.undo}
            </Button>
          </>
        )}
      </div>
      {editing === null &&
        (contacts.length < CONTACTS_MOST ? (
          <Button
            icon="plus"
            data-contact="add"
            onClick={() => setEditing({ key: crypto.randomUUID(), isNew: true })}
          >
            {contactsPage.addButton}
          </Button>
        ) : (
          <p>{contactWords.full}</p>
        ))}
    </div>
  );
}

interface OneContactProps {
  readonly listed: ListedContact;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function OneContact({ listed: { key, contact }, onEdit, onRemove }: OneContactProps) {
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
        <IconButton
          icon="pen"
          label={contactWords.edit(name)}
          data-contact={key}
          onClick={onEdit}
        />
        <IconButton icon="trash" label={contactWords.remove(name)} onClick={onRemove} />
      </div>
    </>
  );
}

const labelOf = (field: keyof Contact): string =>
  contactsPage.fields.find(({ id }) => id === field)?.label ?? '';
