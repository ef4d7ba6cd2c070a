import type { Contact } from '#shared/domain/settings.ts';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { queryClient } from '../../api/query-client.ts';

export const CONTACTS_MOST = 50;

export const CONTACT_FIELDS = ['name', 'for', 'reach', 'when', 'note'] as const;

export const emptyContact: Contact = { name: '', for: '', reach: '', when: '', note: '' };

/** What was typed, without white space around it; null when nothing was. */
export function writtenContact(contact: Contact): Contact | null {
  const trimmed = { ...contact };
  for (const field of CONTACT_FIELDS) trimmed[field] = contact[field].trim();
  return CONTACT_FIELDS.every(field => trimmed[field] === '') ? null : trimmed;
}

/** A contact under a key of its own, by which it is known while others come and go. */
export interface ListedContact {
  readonly key: string;
  readonly contact: Contact;
}

type Contacts = readonly ListedContact[];

/** The list with a contact as it is now, in its place; one that is not there, behind the last. */
export const withContact = (contacts: Contacts, key: string, contact: Contact): Contacts =>
  contacts.some(each => each.key === key)
    ? contacts.map(each => (each.key === key ? { key, contact } : each))
    : [...contacts, { key, contact }];

export const withoutContact = (contacts: Contacts, key: string): Contacts =>
  contacts.filter(each => each.key !== key);

/** Stores the contacts in the vault; the failure, or null. */
export async function storeContacts(contacts: Contact[]): Promise<AppError | null> {
  const reply = await call('settings.update', { contacts });
  if (!reply.ok) return reply.error;
  queryClient.setQueryData(queries.settings.queryKey, reply.value);
  return null;
}
