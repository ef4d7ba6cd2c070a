import { expect, test } from 'vitest';
import { isFrom, isUntouched, withVariables } from '#shared/domain/variables.ts';

const names = { personName: 'Anna', myName: 'J. (me)', date: '17 May 2026' };

test('a text of a template is known again in a letter, whatever stood for its variables', () => {
  expect(isFrom('What did {their name} say?', 'What did Bo say?')).toBe(true);
  expect(isFrom('{their name} and {my name}: {date}', 'Bo and Al: today')).toBe(true);
  expect(isFrom('What did {their name} say?', 'What did  say')).toBe(false);
  expect(isFrom('{their name}', 'Anything at all')).toBe(false);
  expect(isFrom('No variable', 'No variable')).toBe(true);
  expect(isFrom('', '')).toBe(true);
  expect(isFrom('', 'a prompt from elsewhere')).toBe(false);
});

test('a text that the person can change is untouched only with these names, and a day', () => {
  expect(isUntouched('Ask {their name}', 'Ask Anna', names)).toBe(true);
  expect(isUntouched('Ask {their name}', 'Ask Anna again', names)).toBe(false);
  expect(isUntouched('Ask {their name}, {date}', 'Ask Anna, 1 June 2025', names)).toBe(true);
  expect(isUntouched('Ask {their name}, {date}', 'Ask Anna, again', names)).toBe(false);
  expect(isUntouched('For {their name}', 'For {their name}', { ...names, personName: '' })).toBe(
    true,
  );
});

test('names become variables where they stand as words', () => {
  expect(withVariables('Anna, Annabel and ANNA; Anna’s, J. (me).', names)).toBe(
    '{their name}, Annabel and ANNA; {their name}’s, {my name}.',
  );
  expect(withVariables('I will', { ...names, personName: 'I', myName: '' })).toBe('I will');
  expect(withVariables('李小龍 said', { ...names, personName: '李小龍' })).toBe(
    '{their name} said',
  );
});

test.each(["O'Brien-Ünal", 'A (b) [c] {d} $e ^f |g', String.raw`\d+`, 'M.💛‍🩹', 'a\ud800'])(
  'a name may hold any sign: %s',
  personName => {
    const found = withVariables(`Dear ${personName}, hello`, { ...names, personName });
    expect(found).toBe('Dear {their name}, hello');
  },
);
