import { UNDO_COMMAND, type LexicalEditor } from 'lexical';
import { describe, expect, test } from 'vitest';
import { lineOf } from '#shared/domain/blocks.ts';
import { childrenOf, textOf } from '#shared/domain/document.ts';
import { documentOf } from '../../../renderer/editor/document/save.ts';
import { createHand } from '../../../renderer/editor/hand.ts';
import { createHandle } from '../../../renderer/editor/handle.ts';
import { goTo, open, statement, type } from './keys.ts';
import { outline, p, section } from './support.ts';

// jsdom lays nothing out, and has nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

describe('what stands beside the letter', () => {
  const handle = (editor: LexicalEditor) => createHandle(editor, createHand());

  test('hears where the caret is, and writes its line as one step to undo', () => {
    const editor = open(statement('late', 'hurt'), lineOf('feelings', 'sad'), p('text'));
    const { place, writeLine } = handle(editor);
    goTo(editor, [0, 1], 'end');
    expect(place.get()).toEqual({ block: 'statement', part: 'feel', line: 'hurt' });
    writeLine('hurt, tired');
    expect(place.get()).toEqual({ block: 'statement', part: 'feel', line: 'hurt, tired' });
    expect(place.get()).toBe(place.get());
    goTo(editor, [1], 'end');
    expect(place.get()).toEqual({ block: 'feelings', part: null, line: 'sad' });
    goTo(editor, [2], 'end');
    expect(place.get()).toEqual({ block: 'text', part: null, line: '' });
    writeLine('and more');
    expect(outline(editor)).toEqual([
      'statement(late|hurt, tired||)',
      '<feelings>sad',
      'text and more',
    ]);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(outline(editor)).toEqual(['statement(late|hurt||)', '<feelings>sad', 'text']);
  });

  test('touches only what differs: formats, links and what is not understood stay', () => {
    const poll = { type: 'poll', version: 3, answers: ['yes'], inline: true, text: 'ok' };
    const bold = { ...textOf('sad'), format: 1 };
    const line = { ...lineOf('feelings', ''), children: [bold, poll, textOf(', tired')] };
    const editor = open(line);
    const { place, writeLine } = handle(editor);
    const written = () => childrenOf(documentOf(editor).root)[0]?.children;
    goTo(editor, [0], 'end');
    expect(place.get().line).toBe('sadok, tired');
    writeLine('sadok, tired, low');
    expect(written()).toMatchObject([bold, poll, { text: ', tired, low' }]);
    writeLine('sadok, low');
    expect(written()).toMatchObject([bold, poll, { text: ', low' }]);
    writeLine('ok, low');
    expect(written()).toMatchObject([poll, { text: ', low' }]);
    writeLine('');
    expect(written()).toEqual([]);
  });

  test('keeps what was typed since the line was last seen', () => {
    const editor = open(lineOf('feelings', 'sad'), p('text'));
    const { place, writeLine } = handle(editor);
    goTo(editor, [0], 'end');
    const stop = place.subscribe(() => undefined);
    type(editor, ' and cold');
    writeLine('sad, tired');
    expect(outline(editor)[0]).toBe('<feelings>sad, tired and cold');
    stop();
  });

  test('what is written there is the hand of the person', () => {
    const editor = open(statement('late', 'gutted'));
    const hand = createHand();
    editor.registerUpdateListener(() => hand.textChanged());
    const { writeLine } = createHandle(editor, hand);
    goTo(editor, [0, 1], 'end');
    writeLine('');
    expect(hand.madeLastChange()).toBe(true);
  });

  test('hears of it after a pause, once', async () => {
    const editor = open(statement('late'), p('text'));
    const { place } = handle(editor);
    const heard: unknown[] = [];
    const stop = place.subscribe(() => heard.push(place.get().line));
    goTo(editor, [0, 0], 'end');
    for (const sign of 'r, again') type(editor, sign);
    expect(heard).toEqual([]);
    await expect.poll(() => heard).toEqual(['later, again']);
    stop();
  });

  test('goes to a part of the statement at the caret, or of the nearest one', () => {
    const editor = open(statement('a'), p('text'), section('Here', statement('b')), p(''));
    const { goToPart } = handle(editor);
    const typedAfter = (path: number[]): string[] => {
      goTo(editor, path, 'end');
      goToPart('need');
      type(editor, '!');
      return outline(editor);
    };
    expect(typedAfter([0, 3])[0]).toBe('statement(a||!|)');
    expect(typedAfter([1])[2]).toBe('Here{statement(b||!|)}');
    expect(typedAfter([3])[2]).toBe('Here{statement(b||!!|)}');
  });

  test('sees the sections, adds one behind the last, and goes to it', () => {
    const editor = open(section('One', statement()), section('Two', p('b')), p('Yours'));
    const { outline: sections, addSection, goToSection } = handle(editor);
    const added = {
      sectionId: 'area-sleep',
      heading: 'Sleep',
      prompt: 'How?',
      hint: '',
      starter: '',
    };
    addSection(added);
    type(editor, 'I wake up.');
    expect(outline(editor)).toEqual([
      'One{statement(|||)}',
      'Two{b}',
      'Sleep{I wake up.}',
      'Yours',
    ]);
    expect(sections.get()).toMatchObject([
      { heading: 'One', isBlank: true },
      { heading: 'Two', isBlank: false },
      { heading: 'Sleep', sectionId: 'area-sleep', isBlank: false },
    ]);
    goToSection(sections.get()[1]?.key ?? '');
    type(editor, 'a');
    expect(outline(editor)[1]).toBe('Two{ab}');
  });

  test('a section that is added to a blank page comes before its line', () => {
    const editor = open(p(''));
    const added = { sectionId: 'x', heading: 'First', prompt: '', hint: '', starter: '' };
    handle(editor).addSection(added);
    expect(outline(editor)).toEqual(['First{}', '']);
  });
});
