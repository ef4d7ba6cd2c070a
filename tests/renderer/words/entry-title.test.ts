import { expect, test } from 'vitest';
import { Day } from '#shared/domain/day.ts';
import { TemplateId } from '#shared/domain/ids.ts';
import { beganFrom, entryTitle, titleOrUntitled } from '../../../renderer/words/entry-title.ts';

const shipped = TemplateId.parse('impact-letter');
const id = TemplateId.parse('7f0d2c4e-3a5b-4c6d-8e9f-0a1b2c3d4e5f');
const own = [{ id, title: 'Sunday letter' }];

const named = { sealedUntil: null };

test('writing is called by its title, or else by what it began from', () => {
  expect(entryTitle({ ...named, title: ' For M. ', templateId: shipped }, own)).toBe('For M.');
  expect(entryTitle({ ...named, title: '', templateId: shipped }, own)).toBe(
    'Untitled · Impact letter',
  );
  expect(entryTitle({ ...named, title: ' ', templateId: id }, own)).toBe(
    'Untitled · Sunday letter',
  );
  expect(entryTitle({ ...named, title: '', templateId: null }, own)).toBe(
    'Untitled · Free writing',
  );
});

test('what began from a template that is gone is not called free writing', () => {
  expect(entryTitle({ ...named, title: '', templateId: id }, [])).toBe('Untitled');
  expect(beganFrom({ templateId: id }, [])).toBeUndefined();
});

test('a sealed letter has one name, whatever it is called and began from', () => {
  const sealedUntil = Day.parse('2026-12-03');
  const entry = { title: 'For M.', templateId: shipped, sealedUntil };
  expect(entryTitle(entry, own)).toBe('A sealed letter');
  expect(titleOrUntitled(entry)).toBe('A sealed letter');
  expect(titleOrUntitled({ title: ' ', sealedUntil: null })).toBe('Untitled');
});
