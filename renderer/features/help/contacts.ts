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

/** The list with a contact in the place of another, or behind the last one. */
export const withContact = (
  contacts: readonly Contact[],
  at: number | null,
  contact: Contact,
): Contact[] => (at === null ? [...contacts, contact] : contacts.with(at, contact));

export const withoutContact = (contacts: readonly Contact[], at: number): Contact[] =>
  contacts.toSpliced(at, 1);

/** Stores the contacts in the vault; the failure, or null. */
export async function storeContacts(contacts: Contact[]): Promise<AppError | null> {
  const reply = await call('settings.update', { contacts });
  if (!reply.ok) return reply.error;
  queryClient.setQueryData(queries.settings.queryKey, reply.value);
  return null;
}
