import {
  $getSelection,
  $isRangeSelection,
  $selectAll,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  REDO_COMMAND,
  REMOVE_TEXT_COMMAND,
  UNDO_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { beforeEach, describe, expect, test } from 'vitest';
import { blockOfParts, lineOf } from '#shared/domain/blocks.ts';
import { childrenOf, type DocumentNode } from '#shared/domain/document.ts';
import { $toggleList } from '../../../renderer/editor/blocks/lists.ts';
import { $setTextBlocks } from '../../../renderer/editor/blocks/blocks.ts';
import { documentOf } from '../../../renderer/editor/document/save.ts';
import { answer, commitment, type } from './keys.ts';
import { $at, edit, letterOf, openLetter, outline, p, salutation, section } from './support.ts';

const LETTER = ['~Dear M.,', 'What I did{I lied.|Twice.}', 'Sorry{I am.}', 'What now{}', 'Yours'];

let editor: LexicalEditor;

beforeEach(() => {
  editor = openLetter(
    letterOf(
      salutation('Dear M.,'),
      section('What I did', p('I lied.'), p('Twice.')),
      section('Sorry', p('I am.')),
      section('What now'),
      p('Yours'),
    ),
  );
});

/** The text around the caret, with the caret as a bar. */
const caret = (): string =>
  editor.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || !selection.isCollapsed()) return 'no caret';
    const { anchor } = selection;
    const text = anchor.getNode().getTextContent();
    const offset = anchor.type === 'text' ? anchor.offset : 0;
    return `${text.slice(0, offset)}|${text.slice(offset)}`;
  });

const selectFrom = (from: number[], to: number[], toOffset: number) =>
  edit(editor, () => {
    const selection = $at(...from).selectStart();
    const end = $at(...to).getFirstDescendant();
    selection.focus.set(
      end?.getKey() ?? $at(...to).getKey(),
      end === null ? 0 : toOffset,
      end === null ? 'element' : 'text',
    );
  });

describe('at the edges of a section', () => {
  test.each([
    ['Backspace at the start of a body', [2, 1, 0], true],
    ['Backspace in an empty body', [3, 1, 0], true],
    ['Backspace at the start of a heading', [2, 0], true],
    ['Backspace at the start of the salutation', [0], true],
    ['Delete at the end of a body', [1, 1, 1], false],
    ['Delete in an empty body', [3, 1, 0], false],
    ['Delete at the end of a heading', [2, 0], false],
    ['Delete at the end of the salutation', [0], false],
  ])('%s takes nothing from its neighbours', (_name, path, isBackward) => {
    edit(editor, () => (isBackward ? $at(...path).selectStart() : $at(...path).selectEnd()));
    for (const command of [DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND]) {
      edit(editor, () => editor.dispatchCommand(command, isBackward));
    }
    expect(outline(editor)).toEqual(LETTER);
  });

  test('Enter in a heading goes on to its text', () => {
    edit(editor, () => $at(2, 0).selectEnd());
    edit(editor, () => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined));
    expect(caret()).toBe('|I am.');
    expect(outline(editor)).toEqual(LETTER);
  });

  test('Enter in the salutation goes on to the text that follows it', () => {
    edit(editor, () => $at(0).selectEnd());
    edit(editor, () => editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false));
    expect(caret()).toBe('|I lied.');
    expect(outline(editor)).toEqual(LETTER);
  });

  test('Enter in a body makes a paragraph there', () => {
    edit(editor, () => $at(2, 1, 0).selectEnd());
    edit(editor, () => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined));
    expect(outline(editor)[2]).toBe('Sorry{I am.|}');
  });

  test('the arrows step from text to text and never between', () => {
    const press = (key: string) => new KeyboardEvent('keydown', { key, cancelable: true });
    edit(editor, () => $at(2, 1, 0).selectStart());
    const seen: string[] = [];
    for (let i = 0; i < 3; i++) {
      edit(editor, () => editor.dispatchCommand(KEY_ARROW_LEFT_COMMAND, press('ArrowLeft')));
      seen.push(caret());
      edit(editor, () => void $getSelection()?.getNodes()[0]?.selectStart());
    }
    expect(seen).toEqual(['Sorry|', 'Twice.|', 'I lied.|']);
    edit(editor, () => $at(3, 1, 0).selectEnd());
    edit(editor, () => editor.dispatchCommand(KEY_ARROW_DOWN_COMMAND, press('ArrowDown')));
    expect(caret()).toBe('|Yours');
  });
});

describe('the heading of a section', () => {
  const backspace = () =>
    edit(editor, () => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true));

  test('is out of reach of Backspace from a promise or a date below it', () => {
    const promise = blockOfParts('commitment', { who: 'I', what: 'call' });
    const sections = [section('Promises', promise), section('When', lineOf('date', 'x'))];
    editor = openLetter(letterOf(...sections));
    edit(editor, () => $at(0, 1, 0, 0).selectStart());
    backspace();
    expect(caret()).toBe('|I');
    edit(editor, () => $at(1, 1, 0).selectStart());
    backspace();
    expect(caret()).toBe('|x');
  });
});

describe('a selection over several sections', () => {
  const EMPTIED = ['~', 'What I did{}', 'Sorry{}', 'What now{}', ''];

  test.each([
    ['Delete', () => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, false)],
    ['Backspace by word', () => editor.dispatchCommand(DELETE_WORD_COMMAND, true)],
    ['a system command', () => editor.dispatchCommand(REMOVE_TEXT_COMMAND, null)],
  ])('all of it, taken out by %s, leaves every section in its place', (_name, remove) => {
    const before = documentOf(editor);
    edit(editor, () => $selectAll());
    edit(editor, () => void remove());
    expect(outline(editor)).toEqual(EMPTIED);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(documentOf(editor)).toEqual(before);
    editor.dispatchCommand(REDO_COMMAND, undefined);
    expect(outline(editor)).toEqual(EMPTIED);
  });

  test('typing over all of it writes into the first line, and one undo brings it back', () => {
    edit(editor, () => $selectAll());
    edit(editor, () => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, 'D'));
    expect(outline(editor)).toEqual(['~D', ...EMPTIED.slice(1)]);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(outline(editor)).toEqual(LETTER);
  });

  test('part of it takes out only what was selected', () => {
    selectFrom([1, 1, 1], [2, 1, 0], 'I '.length);
    edit(editor, () => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true));
    expect(outline(editor)).toEqual([
      '~Dear M.,',
      'What I did{I lied.|}',
      'Sorry{am.}',
      'What now{}',
      'Yours',
    ]);
    expect(caret()).toBe('|');
  });

  test('from a heading, it spares the heading', () => {
    selectFrom([1, 0], [2, 1, 0], 'I '.length);
    edit(editor, () => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, 'X'));
    expect(outline(editor).slice(1, 3)).toEqual(['What I did{X}', 'Sorry{am.}']);
  });

  test('made a list, it makes lists of the texts and leaves the headings', () => {
    edit(editor, () => $selectAll());
    edit(editor, () => $toggleList('bullet'));
    const lists = ['What I did{bullet[I lied. Twice.]}', 'Sorry{bullet[I am.]}'];
    expect(outline(editor).slice(0, 3)).toEqual(['~Dear M.,', ...lists]);
    edit(editor, () => $toggleList('bullet'));
    expect(outline(editor)).toEqual(LETTER);
  });

  test('made a quote, it leaves the salutation and the headings', () => {
    edit(editor, () => $selectAll());
    edit(editor, () => $setTextBlocks('quote'));
    expect(outline(editor)).toEqual([
      '~Dear M.,',
      'What I did{>I lied.|>Twice.}',
      'Sorry{>I am.}',
      'What now{>}',
      '>Yours',
    ]);
  });
});

describe('the guide of a section', () => {
  const part = (heading: string): HTMLElement => {
    const found = [...document.querySelectorAll('section')].find(
      dom => dom.querySelector('h2')?.textContent === heading,
    );
    if (found === undefined) throw new Error(`no section ${heading}`);
    return found;
  };
  const buttonIn = (heading: string, name: RegExp) =>
    [...part(heading).querySelectorAll('button')].find(
      button => name.test(button.textContent) && button.closest('[hidden]') === null,
    );
  const hiddenIn = (index: number) => {
    const stored: DocumentNode | undefined = childrenOf(documentOf(editor).root)[index];
    return stored?.['promptHidden'];
  };
  const settle = () => editor.read(() => undefined);

  test('a section is a group named by its heading', () => {
    const label = part('Sorry').getAttribute('aria-labelledby') ?? '';
    expect(part('Sorry').getAttribute('role')).toBe('group');
    expect(document.querySelector(`#${label}`)?.textContent).toBe('Sorry');
  });

  test('its prompt folds away: stored, but no step of undo', () => {
    edit(editor, () => $at(2, 1, 0).selectEnd().insertText(' Truly.'));
    buttonIn('Sorry', /^Hide prompt$/)?.click();
    settle();
    expect(hiddenIn(2)).toBe(true);
    expect(buttonIn('Sorry', /^Show prompt$/)?.getAttribute('aria-expanded')).toBe('false');
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    settle();
    expect(outline(editor)).toEqual(LETTER);
    expect(hiddenIn(2)).toBe(true);
    editor.dispatchCommand(REDO_COMMAND, undefined);
    settle();
    expect(outline(editor)[2]).toBe('Sorry{I am. Truly.}');
    expect(hiddenIn(2)).toBe(true);
  });

  test('folding right after opening leaves nothing to undo', () => {
    buttonIn('Sorry', /^Hide prompt$/)?.click();
    settle();
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(hiddenIn(2)).toBe(true);
  });

  test('the starter is offered while the section is empty, and undone like text', () => {
    expect(buttonIn('Sorry', /^Begin with/)).toBeUndefined();
    const begin = buttonIn('What now', /^Begin with “I began ”$/);
    begin?.click();
    settle();
    expect(outline(editor)[3]).toBe('What now{I began }');
    expect(caret()).toBe('I began |');
    expect(buttonIn('What now', /^Begin with/)).toBeUndefined();
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(outline(editor)).toEqual(LETTER);
    expect(buttonIn('What now', /^Begin with/)).toBeDefined();
  });

  test.each([
    ['Another commitment', commitment('I', 'call'), 'commitment(I|call||)', 'commitment(new|||)'],
    ['Another point', answer('you lied'), 'answer(you lied|)', 'answer(new|)'],
  ])('%s follows the last one that has words in it', (name, first, before, after) => {
    editor = openLetter(letterOf(section('Ours', first), section('Sorry', p('I am.'))));
    expect(buttonIn('Sorry', /^Another/)).toBeUndefined();
    buttonIn('Ours', new RegExp(`^${name}$`))?.click();
    settle();
    // One that is still empty stands there already.
    expect(buttonIn('Ours', /^Another/)).toBeUndefined();
    type(editor, 'new');
    expect(outline(editor)[0]).toBe(`Ours{${before}|${after}}`);
    expect(buttonIn('Ours', /^Another/)).toBeDefined();
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(outline(editor)[0]).toBe(`Ours{${before}}`);
  });
});
