import { expect, test } from 'vitest';
import { TemplateId } from '#shared/domain/ids.ts';
import { beganFrom, entryTitle } from '../../../renderer/words/entry-title.ts';

const shipped = TemplateId.parse('impact-letter');
const id = TemplateId.parse('7f0d2c4e-3a5b-4c6d-8e9f-0a1b2c3d4e5f');
const own = [{ id, title: 'Sunday letter' }];

test('writing is called by its title, or else by what it began from', () => {
  expect(entryTitle({ title: ' For M. ', templateId: shipped }, own)).toBe('For M.');
  expect(entryTitle({ title: '', templateId: shipped }, own)).toBe('Untitled · Impact letter');
  expect(entryTitle({ title: ' ', templateId: id }, own)).toBe('Untitled · Sunday letter');
  expect(entryTitle({ title: '', templateId: null }, own)).toBe('Untitled · Free writing');
});

test('what began from a template that is gone is not called free writing', () => {
  expect(entryTitle({ title: '', templateId: id }, [])).toBe('Untitled');
  expect(beganFrom({ templateId: id }, [])).toBeUndefined();
});
