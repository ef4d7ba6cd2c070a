import * as fc from 'fast-check';
import { $getSelection, $isRangeSelection, UNDO_COMMAND, type LexicalEditor } from 'lexical';
import { describe, expect, test, vi } from 'vitest';
import { lineOf } from '#shared/domain/blocks.ts';
import { childrenOf, textOf, type DocumentNode } from '#shared/domain/document.ts';
import { documentOf } from '../../../renderer/editor/document/save.ts';
import { createHand } from '../../../renderer/editor/hand.ts';
import { createFinder, type Finder } from '../../../renderer/editor/search/finder.ts';
import { aCheckList, aNode, aPicture, formatted } from '../../support/builders.ts';
import { anyLetter } from './arbitrary.ts';
import { stateOf } from './history.ts';
import { commitment, goTo, open, statement, type } from './keys.ts';
import { offences } from './law.ts';
import { openLetter, outline, p, salutation, section } from './support.ts';

// jsdom lays nothing out, and is never idle.
Range.prototype.getBoundingClientRect = () => new DOMRect();
Object.assign(window, {
  requestIdleCallback: (run: () => void) => window.setTimeout(run),
  cancelIdleCallback: (id: number) => window.clearTimeout(id),
});

const opened = (editor: LexicalEditor, text: string, how = {}): Finder => {
  const finder = createFinder(editor, createHand());
  finder.open(true);
  finder.search({ text, ...how });
  return finder;
};

/** "2 of 3", as the bar says it. */
const place = ({ state }: Finder): string =>
  `${state.getState().current + 1} of ${state.getState().count}`;

const note = ({ state }: Finder) => state.getState().note;
const line = (...children: DocumentNode[]): DocumentNode => ({ ...p(''), children });
const written = (editor: LexicalEditor, index = 0) =>
  childrenOf(documentOf(editor).root)[index]?.children;

describe('finding in a letter', () => {
  test('goes through all of its text in its order, and round', () => {
    const editor = open(
      salutation('Dear Anna'),
      section('About Anna', p('Anna, you'), aCheckList(['tell Anna', 'x ask'])),
      statement('Anna left', 'hurt'),
      aPicture('a', { children: [textOf('Anna at the lake')] }),
      p('none'),
    );
    const finder = opened(editor, 'anna');
    expect(place(finder)).toBe('1 of 6');
    finder.goOn(-1);
    expect([place(finder), note(finder)]).toEqual(['6 of 6', { kind: 'from-end' }]);
    finder.goOn(1);
    expect([place(finder), note(finder)]).toEqual(['1 of 6', { kind: 'from-top' }]);
    finder.goOn(1);
    expect([place(finder), note(finder)]).toEqual(['2 of 6', null]);
    finder.close();
    expect(editor.read(() => $getSelection()?.getTextContent())).toBe('Anna');
    expect(finder.state.getState()).toMatchObject({ isOpen: false, count: 0 });
    expect(finder.state.getState().wanted.text).toBe('');
  });

  test('begins at the caret, and with what is selected', () => {
    const editor = open(p('one two'), p('one two'), p('one two'));
    goTo(editor, [1], 'end');
    const finder = opened(editor, 'one');
    expect(place(finder)).toBe('3 of 3');
    finder.search({ text: 'on' });
    finder.search({ text: 'one two' });
    expect(place(finder)).toBe('3 of 3');
    finder.close();
    editor.getRootElement()?.setAttribute('tabindex', '0');
    editor.getRootElement()?.focus();
    finder.open(false);
    expect(finder.state.getState().wanted.text).toBe('one two');
    expect(place(finder)).toBe('3 of 3');
  });

  test('a word may be half bold, and no hit reaches over a line break, a tab or a line', () => {
    const editor = open(
      line(textOf('so'), formatted('rr', 1), textOf('y')),
      line(textOf('sor'), { type: 'linebreak', version: 1 }, textOf('ry')),
      line(textOf('sor'), { type: 'tab', version: 1 }, textOf('ry')),
      line(textOf('sor'), aNode('link', ['r'], { url: 'https://example.org/' }), textOf('y')),
      p('sor'),
      p('ry'),
    );
    const finder = opened(editor, 'SORRY');
    expect(place(finder)).toBe('1 of 2');
    expect(opened(editor, 'r\ty').state.getState().count).toBe(0);
    expect(opened(editor, '\uFFFC').state.getState().count).toBe(0);
  });

  test('follows what is written while it is open, after a pause', () => {
    vi.useFakeTimers();
    try {
      const editor = open(p('you'), p('you'));
      const finder = opened(editor, 'you');
      finder.goOn(1);
      goTo(editor, [0], 'end');
      type(editor, ' and you');
      expect(place(finder)).toBe('2 of 2');
      vi.runAllTimers();
      expect(place(finder)).toBe('3 of 3');
      expect(finder.state.getState().isAnswer).toBe(false);
      finder.close();
      type(editor, ' and you');
      vi.runAllTimers();
      expect(finder.state.getState()).toMatchObject({ isOpen: false, count: 0 });
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('replacing', () => {
  test('one by one keeps the format, goes on, and each is a step to undo', () => {
    const editor = open(line(textOf('so '), formatted('Anna', 1), textOf(' and An'), textOf('na')));
    const finder = opened(editor, 'anna');
    finder.replace('M.');
    expect(written(editor)).toMatchObject([
      { text: 'so ', format: 0 },
      { text: 'M.', format: 1 },
      { text: ' and Anna', format: 0 },
    ]);
    expect(place(finder)).toBe('1 of 1');
    finder.replace('Anna and Anna');
    expect([place(finder), outline(editor)]).toEqual(['1 of 2', ['so M. and Anna and Anna']]);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(outline(editor)).toEqual(['so M. and Anna']);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(outline(editor)).toEqual(['so Anna and Anna']);
  });

  test('over formats and links leaves the look of the first sign', () => {
    const link = aNode('link', ['na'], { url: 'https://example.org/' });
    const editor = open(
      line(textOf('to '), formatted('A', 2), formatted('n', 1), link, textOf('!')),
    );
    opened(editor, 'anna').replaceAll('M.');
    expect(written(editor)).toMatchObject([
      { text: 'to ', format: 0 },
      { text: 'M.', format: 2 },
      { text: '!', format: 0 },
    ]);
    const nothing = open(line(textOf('an'), formatted('na', 1)));
    opened(nothing, 'anna').replaceAll('');
    expect(outline(nothing)).toEqual(['']);
  });

  test('leaves dates, feelings and scales as they are, and says how many', () => {
    const editor = open(
      p('May I'),
      lineOf('date', '17 May 2026'),
      lineOf('feelings', 'dismay'),
      aNode('scale', ['may be'], { value: 3 }),
      commitment('May', 'call', '3 May 2026', 'you may see'),
      commitment('', '', 'some day in May'),
      p('may'),
    );
    const before = stateOf(editor);
    const finder = opened(editor, 'may');
    finder.goOn(1);
    finder.replace('June');
    expect([note(finder), stateOf(editor)]).toEqual([{ kind: 'kept' }, before]);
    expect(place(finder)).toBe('3 of 9');
    finder.replaceAll('June');
    expect(note(finder)).toEqual({ kind: 'replaced', count: 5, kept: 4 });
    expect(outline(editor)).toEqual([
      'June I',
      '<date>17 May 2026',
      '<feelings>dismay',
      '<scale>may be',
      'commitment(June|call|3 May 2026|you June see)',
      'commitment(||some day in June|)',
      'June',
    ]);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(stateOf(editor)).toBe(before);
  });

  test('the caret keeps its place in the text around', () => {
    const editor = open(p('Anna, Anna and |Anna'));
    goTo(editor, [0], 'end');
    const caret = () =>
      editor.read(() => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return '';
        const { anchor } = selection;
        return anchor.getNode().getTextContent().slice(0, anchor.offset);
      });
    opened(editor, 'anna').replaceAll('M');
    expect(caret()).toBe('M, M and |M');
    opened(editor, 'm').replaceAll('Anna');
    expect(caret()).toBe('Anna, Anna and |Anna');
  });

  test('all leaves any letter legal, and one undo brings exactly it back', () => {
    const sought = fc.constantFrom('a', 'e', ' ', 'the', 'one');
    const by = fc.constantFrom('', 'x', 'the one', 'a\tb');
    fc.assert(
      fc.property(anyLetter, sought, by, fc.boolean(), (letter, text, other, wholeWords) => {
        const editor = openLetter(letter);
        const before = stateOf(editor);
        const finder = opened(editor, text, { wholeWords });
        finder.replaceAll(other);
        expect(offences(documentOf(editor).root)).toEqual([]);
        const count = note(finder)?.kind === 'replaced' ? note(finder) : null;
        finder.forget();
        if (count !== null && 'count' in count && count.count > 0) {
          editor.dispatchCommand(UNDO_COMMAND, undefined);
        }
        expect(stateOf(editor)).toBe(before);
      }),
      { numRuns: 60 },
    );
  });
});
