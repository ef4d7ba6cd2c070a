import { expect, test } from 'vitest';
import { contactsPage } from '#shared/content/steps.ts';
import {
  CONTACT_FIELDS,
  emptyContact,
  withContact,
  withoutContact,
  writtenContact,
} from '../../../../renderer/features/help/contacts.ts';

const maya = { ...emptyContact, name: 'Maya', reach: '555 0134' };

test('a contact has the fields that the help page names', () => {
  expect(contactsPage.fields.map(({ id }) => id)).toEqual([...CONTACT_FIELDS]);
});

test('a contact without a word is none, and white space around words is not kept', () => {
  expect(writtenContact({ ...emptyContact, note: '  ' })).toBeNull();
  expect(writtenContact({ ...maya, name: ' Maya ' })).toEqual(maya);
});

test('contacts are added behind the last, changed in their place, and taken out', () => {
  const line = { ...emptyContact, name: 'Crisis line' };
  const both = withContact([maya], null, line);
  expect(both).toEqual([maya, line]);
  expect(withContact(both, 0, { ...maya, when: 'evenings' })[0]?.when).toBe('evenings');
  expect(withoutContact(both, 0)).toEqual([line]);
});
