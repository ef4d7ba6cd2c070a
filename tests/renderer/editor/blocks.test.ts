import { $selectAll, UNDO_COMMAND, type LexicalEditor } from 'lexical';
import { describe, expect, test } from 'vitest';
import type { ActionId } from '#shared/actions.ts';
import { lineOf, scaleOf } from '#shared/domain/blocks.ts';
import { childrenOf } from '#shared/domain/document.ts';
import { documentOf } from '../../../renderer/editor/document/save.ts';
import { $goToPartBeside } from '../../../renderer/editor/parts/keys.ts';
import { performInEditor } from '../../../renderer/editor/perform.ts';
import { answer, backspace, commitment, del, enter, goTo, open, statement, type } from './keys.ts';
import { $at, edit, outline, p, salutation, section } from './support.ts';

describe('Enter', () => {
  test('goes from part to part, and behind the last one to a paragraph', () => {
    const editor = open(statement(), p(''));
    goTo(editor, [0, 0], 'start');
    for (const word of ['one', 'two', 'three', 'four', 'five']) {
      type(editor, word);
      if (word !== 'five') enter(editor);
    }
    expect(outline(editor)).toEqual(['statement(one|two|three|four)', 'five']);
  });

  test('behind a statement takes the empty paragraph that is there, else makes one', () => {
    const editor = open(statement('a', 'b', 'c', 'd'), p('text'));
    goTo(editor, [0, 3], 'end');
    enter(editor);
    expect(outline(editor)).toEqual(['statement(a|b|c|d)', '', 'text']);
  });

  test.each([
    ['commitment', commitment('a', 'b', 'c', 'd'), 'commitment(a|b|c|d)', 'commitment(new|||)'],
    ['answer', answer('a', 'b'), 'answer(a|b)', 'answer(new|)'],
  ])('behind a written %s begins the next one, and in an empty one ends them', (...each) => {
    const [, block, written, next] = each;
    const editor = open(block, p('text'));
    goTo(editor, [0], 'end');
    enter(editor);
    type(editor, 'new');
    expect(outline(editor)).toEqual([written, next, 'text']);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    goTo(editor, [1], 'end');
    enter(editor);
    type(editor, 'out');
    expect(outline(editor)).toEqual([written, 'out', 'text']);
  });

  test('in a commitment that is half written goes on to text', () => {
    const editor = open(commitment('a'), p('text'));
    goTo(editor, [0, 3], 'end');
    enter(editor);
    type(editor, 'out');
    expect(outline(editor)).toEqual(['commitment(a|||)', 'out', 'text']);
  });

  test.each([
    ['a statement', statement('a', 'b')],
    ['a line of feelings', lineOf('feelings', 'sad')],
  ])('at the very start of %s makes room before it', (_name, block) => {
    const editor = open(section('Here', block), p(''));
    const [before] = outline(editor);
    goTo(editor, [0, 1, 0], 'start');
    enter(editor);
    expect(outline(editor)[0]).toBe(before?.replace('{', '{|'));
  });

  test.each(['date', 'feelings'] as const)('in a line of %s goes on to a paragraph', kind => {
    const editor = open(section('Here', lineOf(kind, 'soon')), p(''));
    goTo(editor, [0, 1, 0], 'end');
    enter(editor);
    type(editor, 'text');
    expect(outline(editor)[0]).toBe(`Here{<${kind}>soon|text}`);
  });

  test('over a selection within a part loses nothing of it', () => {
    const editor = open(statement('one two'), p(''));
    edit(editor, () => void $at(0, 0).select(0));
    enter(editor);
    expect(outline(editor)[0]).toBe('statement(one two|||)');
  });
});

describe('Backspace and Delete', () => {
  test('at the edges of parts take nothing from the part beside', () => {
    const editor = open(p('before'), statement('a', 'b', 'c', 'd'), p('behind'));
    const whole = ['before', 'statement(a|b|c|d)', 'behind'];
    for (const index of [0, 1, 2, 3]) {
      goTo(editor, [1, index], 'start');
      backspace(editor);
      goTo(editor, [1, index], 'end');
      del(editor);
    }
    goTo(editor, [0], 'end');
    del(editor);
    goTo(editor, [2], 'start');
    backspace(editor);
    expect(outline(editor)).toEqual(whole);
  });

  test('Backspace goes to the end of the part before, and from the first to the text before', () => {
    const editor = open(p('before'), statement('a', 'b'), p(''));
    goTo(editor, [1, 1], 'start');
    backspace(editor);
    type(editor, '!');
    goTo(editor, [1, 0], 'start');
    backspace(editor);
    type(editor, '?');
    expect(outline(editor)).toEqual(['before?', 'statement(a!|b||)', '']);
  });

  test.each([
    ['a statement', statement()],
    ['a scale', scaleOf({})],
    ['a line of feelings', lineOf('feelings', '')],
  ])('Backspace turns %s with nothing in it into a paragraph', (_name, block) => {
    const editor = open(section('Here', block), p(''));
    goTo(editor, [0, 1, 0], 'end');
    backspace(editor);
    type(editor, 'text');
    expect(outline(editor)[0]).toBe('Here{text}');
  });

  test('a scale on which something is chosen stays', () => {
    const editor = open(p('before'), { ...scaleOf({}), value: 3 }, p(''));
    goTo(editor, [1], 'end');
    backspace(editor);
    type(editor, '!');
    expect(outline(editor)).toEqual(['before!', '<scale>', '']);
  });

  test('an empty paragraph beside a block goes, a quote first becomes one', () => {
    const quote = { type: 'quote', version: 1, children: childrenOf(p('said')) };
    const editor = open(statement('a'), p(''), lineOf('date', 'b'), quote, p(''));
    goTo(editor, [1], 'start');
    backspace(editor);
    type(editor, '!');
    goTo(editor, [2], 'start');
    backspace(editor);
    expect(outline(editor)).toEqual(['statement(a|||!)', '<date>b', 'said', '']);
    backspace(editor);
    type(editor, '?');
    expect(outline(editor)).toEqual(['statement(a|||!)', '<date>b?', 'said', '']);
  });
});

describe('a selection over blocks', () => {
  const letter = () =>
    open(
      p('before'),
      statement('one', 'two', 'three', 'four'),
      lineOf('date', 'soon'),
      p('behind'),
    );

  const select = (editor: LexicalEditor, from: number[], at: number, to: number[], until: number) =>
    edit(editor, () => {
      const selection = $at(...from).selectStart();
      const [first, last] = [$at(...from).getFirstChild(), $at(...to).getFirstChild()];
      selection.anchor.set(first?.getKey() ?? '', at, 'text');
      selection.focus.set(last?.getKey() ?? '', until, 'text');
    });

  test.each([
    [
      'between two parts',
      [1, 0],
      1,
      [1, 2],
      2,
      ['before', 'statement(o||ree|four)', '<date>soon', 'behind'],
    ],
    [
      'from text into a part',
      [0],
      3,
      [1, 1],
      1,
      ['bef', 'statement(|wo|three|four)', '<date>soon', 'behind'],
    ],
    ['from a part into text', [1, 3], 2, [3], 2, ['before', 'statement(one|two|three|fo)', 'hind']],
    ['over whole blocks', [0], 3, [3], 2, ['bef', 'hind']],
    [
      'from a part into a line',
      [1, 2],
      0,
      [2],
      2,
      ['before', 'statement(one|two||)', '<date>on', 'behind'],
    ],
  ])('%s takes what is selected, and no part', (_name, from, at, to, until, left) => {
    const editor = letter();
    select(editor, from, at, to, until);
    backspace(editor);
    expect(outline(editor)).toEqual(left);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(outline(editor)).toEqual(outline(letter()));
  });

  test('is replaced by what is typed, where it began', () => {
    const editor = letter();
    select(editor, [1, 0], 1, [1, 2], 2);
    type(editor, 'X');
    expect(outline(editor)[1]).toBe('statement(oX||ree|four)');
  });

  test('of all of the letter leaves a letter', () => {
    const editor = open(
      salutation('Dear M.,'),
      section('Here', statement('a')),
      commitment('b'),
      p('c'),
    );
    edit(editor, () => void $selectAll());
    backspace(editor);
    expect(outline(editor)).toEqual(['~', 'Here{}', '']);
  });
});

describe('Tab', () => {
  test('goes from part to part and stops at the ends of the block', () => {
    const editor = open(answer('one', 'two'), p(''));
    goTo(editor, [0, 0], 'start');
    const tab = (isBackward: boolean): boolean => {
      let isHandled = false;
      edit(editor, () => {
        isHandled = $goToPartBeside(isBackward);
      });
      return isHandled;
    };
    expect([tab(true), tab(false), tab(false), tab(true)]).toEqual([false, true, false, true]);
    type(editor, '!');
    expect(outline(editor)[0]).toBe('answer(one!|two)');
  });
});

describe('the menu "Insert"', () => {
  test.each<[ActionId, string]>([
    ['insert.statement', 'statement(x|||)'],
    ['insert.commitment', 'commitment(x|||)'],
    ['insert.answer', 'answer(x|)'],
    ['insert.ladder', 'ladder(x||)'],
    ['insert.scale', '<scale>x'],
    ['insert.date', '<date>x'],
    ['insert.feelings', '<feelings>x'],
    ['insert.checklist', 'checkx'],
  ])(
    '%s puts a block behind the one at the caret, or in the place of an empty one',
    (id, block) => {
      const inserted = block.startsWith('check') ? 'check[x]' : block;
      for (const [text, expected] of [
        ['text', `Here{text|${inserted}|end}`],
        ['', `Here{${inserted}|end}`],
      ] as const) {
        const editor = open(section('Here', p(text), p('end')), p(''));
        goTo(editor, [0, 1, 0], 'end');
        edit(editor, () => void performInEditor(editor, id));
        type(editor, 'x');
        expect(outline(editor)[0]).toBe(expected);
        editor.dispatchCommand(UNDO_COMMAND, undefined);
        editor.dispatchCommand(UNDO_COMMAND, undefined);
        expect(outline(editor)[0]).toBe(`Here{${text}|end}`);
      }
    },
  );

  test('from a part a block goes behind the whole block, from a heading to the start of the text', () => {
    const editor = open(section('Here', statement('a'), p('end')), p(''));
    goTo(editor, [0, 1, 0, 1], 'end');
    edit(editor, () => void performInEditor(editor, 'insert.date'));
    goTo(editor, [0, 0], 'end');
    edit(editor, () => void performInEditor(editor, 'insert.answer'));
    expect(outline(editor)[0]).toBe('Here{answer(|)|statement(a|||)|<date>|end}');
  });

  test('a section goes behind the one at the caret, with the caret in its heading', () => {
    const editor = open(section('One', p('a')), section('Two', p('b')), p('end'));
    goTo(editor, [0, 1, 0], 'end');
    edit(editor, () => void performInEditor(editor, 'insert.section'));
    type(editor, 'Mine');
    expect(outline(editor)).toEqual(['One{a}', 'Mine{}', 'Two{b}', 'end']);
    const ids = childrenOf(documentOf(editor).root).map(node => node['sectionId']);
    expect(ids[1]).toMatch(/^own-[0-9a-f-]{36}$/);
  });
});
