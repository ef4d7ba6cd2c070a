import { UNDO_COMMAND, type LexicalEditor } from 'lexical';
import { describe, expect, test } from 'vitest';
import { blockOfParts, lineOf, scaleOf } from '#shared/domain/blocks.ts';
import { Day } from '#shared/domain/day.ts';
import { childrenOf } from '#shared/domain/document.ts';
import { letterDaysOf } from '../../../renderer/editor/lines/letter-days.ts';
import { documentOf } from '../../../renderer/editor/document/save.ts';
import { commitment, open } from './keys.ts';
import { outline, p } from './support.ts';

describe('what is chosen beside the text', () => {
  const press = (name: string) =>
    [...document.querySelectorAll<HTMLElement>('button')]
      .find(button => (button.getAttribute('aria-label') ?? button.textContent) === name)
      ?.click();

  test('a number of a scale, and chosen again it is not', async () => {
    const editor = open(scaleOf({ minLabel: 'low' }), p(''));
    const value = () => childrenOf(documentOf(editor).root)[0]?.['value'];
    press('7');
    await expect.poll(value).toBe(7);
    press('0, low');
    await expect.poll(value).toBe(0);
    press('0, low');
    await expect.poll(value).toBe(null);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(value()).toBe(0);
  });

  test('how a commitment stands', async () => {
    const editor = open(commitment('I', 'call'), p(''));
    press('Missed');
    await expect.poll(() => outline(editor)[0]).toBe('commitment!missed(I|call||)');
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(outline(editor)[0]).toBe('commitment(I|call||)');
  });

  test('a draft goes behind its ladder, as a statement where it reads as one', async () => {
    const sentence = 'When you left, I feel sad, because I need calm. I would like a word.';
    const editor = open(blockOfParts('ladder', { first: 'You left.', second: sentence }), p('end'));
    press('Use this one: As it comes');
    await expect.poll(() => outline(editor)).toHaveLength(3);
    press('Use this one: With “I feel”');
    await expect
      .poll(() => outline(editor).slice(1))
      .toEqual(['statement(you left|sad|calm|a word)', 'You left.', 'end']);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(outline(editor).slice(1)).toEqual(['You left.', 'end']);
    press('Use this one: Short enough to say');
    expect(outline(editor).slice(1)).toEqual(['You left.', 'end']);
  });
});

describe('what a line says of the day in it', () => {
  const notes = () =>
    [...document.querySelectorAll<HTMLElement>('[data-day-note]')]
      .filter(note => !note.hidden)
      .map(note => note.textContent);
  const on = (editor: LexicalEditor, day: string, locale = 'en-GB') => {
    const { writtenOn, locale: language } = letterDaysOf(editor);
    language.value = locale;
    writtenOn.value = Day.parse(day);
  };

  const UNDATED = 'No certain day: in Commitments it stands without a date.';
  const NO_DATE =
    'Not a day that Amends can read, such as 5 December. Your words stay as they are.';

  test('a day is read, also without its year; what is none is said plainly', () => {
    const editor = open(
      lineOf('date', '17 May 2026'),
      lineOf('date', 'soon'),
      lineOf('date', ''),
      commitment('I', 'call', 'every evening'),
      commitment('I', 'call', '5 december'),
      commitment('I', 'call', '31 February'),
      p(''),
    );
    on(editor, '2026-06-09');
    expect(notes()).toEqual([
      'Sunday, 17 May 2026',
      NO_DATE,
      UNDATED,
      'Saturday, 5 December 2026',
      'The calendar has no such day: in Commitments it stands without a date.',
    ]);
  });

  test('days follow the day of the letter, and the order and words of the language', () => {
    const editor = open(lineOf('date', '2 June'), commitment('I', 'call', '2/6'), p(''));
    on(editor, '2026-06-09');
    expect(notes()).toEqual(['Tuesday, 2 June 2026', 'Wednesday, 2 June 2027']);
    on(editor, '2027-12-01');
    expect(notes()).toEqual(['Friday, 2 June 2028', 'Friday, 2 June 2028']);
    on(editor, '2026-06-10', 'en-US');
    expect(notes()).toEqual(['Tuesday, June 2, 2026', 'Saturday, February 6, 2027']);
  });
});
