import { UNDO_COMMAND } from 'lexical';
import { describe, expect, test } from 'vitest';
import { blockOfParts, lineOf, scaleOf } from '#shared/domain/blocks.ts';
import { childrenOf } from '#shared/domain/document.ts';
import { documentOf } from '../../../renderer/editor/document/save.ts';
import { commitment, goTo, open, type } from './keys.ts';
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

  test('a date is read, or said not to be one; a promise may be kept "every evening"', () => {
    open(
      lineOf('date', '17 May 2026'),
      lineOf('date', 'soon'),
      lineOf('date', '5/6/2026'),
      lineOf('date', ''),
      commitment('I', 'call', 'every evening'),
      commitment('I', 'call', '2026-05-17'),
      p(''),
    );
    expect(notes()).toEqual([
      'Sunday 17 May 2026',
      'This is not a date the app can read. Write it like 17 May 2026.',
      'This can be two different days. Write the month as a word, like 17 May 2026.',
      'Sunday 17 May 2026',
    ]);
  });

  test('what is wrong with it is said after a pause', async () => {
    const editor = open(lineOf('date', ''), p(''));
    goTo(editor, [0], 'end');
    type(editor, 'soon');
    expect(notes()).toEqual([]);
    await expect.poll(notes, { timeout: 3000 }).toHaveLength(1);
  });
});
