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
  const first = { key: 'a', contact: maya };
  const both = withContact([first], 'b', line);
  expect(both).toEqual([first, { key: 'b', contact: line }]);
  const later = { ...maya, when: 'evenings' };
  expect(withContact(both, 'a', later)).toEqual([{ key: 'a', contact: later }, both[1]]);
  expect(withoutContact(both, 'a')).toEqual([both[1]]);
  // What was removed while it was typed in is not typed over another.
  expect(withContact(withoutContact(both, 'a'), 'a', later)).toEqual([
    both[1],
    { key: 'a', contact: later },
  ]);
});
