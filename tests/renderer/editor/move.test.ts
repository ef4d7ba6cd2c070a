import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $selectAll,
  REDO_COMMAND,
  UNDO_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { beforeEach, describe, expect, test } from 'vitest';
import { actionOf } from '#shared/actions.ts';
import { markOf, PASSAGE_MARKS } from '#shared/domain/audience.ts';
import { childrenOf } from '#shared/domain/document.ts';
import { documentOf } from '../../../renderer/editor/document/save.ts';
import { isShortcut, shortcutFrom } from '../../../renderer/editor/keys/shortcut.ts';
import { ANNOUNCE_COMMAND } from '../../../renderer/editor/move/announce.ts';
import { moveTo } from '../../../renderer/editor/move/move.ts';
import { performInEditor } from '../../../renderer/editor/perform.ts';
import { $readersOf } from '../../../renderer/editor/section/readers.ts';
import {
  bringBack,
  removeSection,
  setReaders,
} from '../../../renderer/editor/section/section-edits.ts';
import { $at, edit, letterOf, openLetter, outline, p, salutation, section } from './support.ts';

const LETTER = [
  '~Dear M.,',
  'What I did{One.|Two.|Three.}',
  'Sorry{I am.}',
  'Between',
  'Now{}',
  '',
];

let editor: LexicalEditor;
let said: string[];

beforeEach(() => {
  editor = openLetter(
    letterOf(
      salutation('Dear M.,'),
      section('What I did', p('One.'), p('Two.'), p('Three.')),
      section('Sorry', p('I am.')),
      p('Between'),
      section('Now'),
      p(''),
    ),
  );
  said = [];
  editor.registerCommand(ANNOUNCE_COMMAND, text => said.push(text) > 0, 0);
});

const caretIn = (...path: number[]) => edit(editor, () => void $at(...path).selectEnd());
const up = () => performInEditor(editor, 'section.up');
const down = () => performInEditor(editor, 'section.down');
const keyAt = (...path: number[]) => editor.read(() => $at(...path).getKey());
const textAtCaret = () =>
  editor.read(() => {
    const selection = $getSelection();
    return $isRangeSelection(selection) ? selection.anchor.getNode().getTextContent() : null;
  });

describe('moving with the keyboard', () => {
  test('a block moves within its section, with the caret in it', () => {
    caretIn(1, 1, 1);
    up();
    expect(outline(editor)[1]).toBe('What I did{Two.|One.|Three.}');
    down();
    down();
    expect(outline(editor)[1]).toBe('What I did{One.|Three.|Two.}');
    expect(textAtCaret()).toBe('Two.');
    expect(said).toEqual([
      'Paragraph moved: 1 of 3.',
      'Paragraph moved: 2 of 3.',
      'Paragraph moved: 3 of 3.',
    ]);
  });

  test('at the edge of its section the whole section moves', () => {
    caretIn(1, 1, 2);
    down();
    expect(outline(editor).slice(0, 3)).toEqual(['~Dear M.,', LETTER[2], LETTER[1]]);
    expect(textAtCaret()).toBe('Three.');
    expect(said).toEqual(['“What I did” moved: 2 of 3.']);
  });

  test('in a heading the section moves, past what stands between the sections too', () => {
    caretIn(2, 0);
    down();
    expect(outline(editor).slice(2, 4)).toEqual(['Between', 'Sorry{I am.}']);
    down();
    expect(outline(editor).slice(3)).toEqual(['Now{}', 'Sorry{I am.}', '']);
  });

  test('a block between sections moves past them', () => {
    caretIn(3);
    up();
    expect(outline(editor).slice(1, 4)).toEqual([LETTER[1], 'Between', LETTER[2]]);
  });

  test('several selected blocks move as one, and stay selected', () => {
    edit(editor, () => {
      const selection = $at(1, 1, 0).selectStart();
      const last = $at(1, 1, 1).getFirstDescendant();
      selection.focus.set(last?.getKey() ?? '', 2, 'text');
    });
    down();
    expect(outline(editor)[1]).toBe('What I did{Three.|One.|Two.}');
    expect(editor.read(() => $getSelection()?.getTextContent())).toMatch(/^One\.\s+Tw$/);
  });

  test.each([
    ['the salutation stays the first line', [0], down],
    ['no section passes the salutation', [1, 0], up],
    ['the last section does not pass the empty last line', [4, 0], down],
    ['the last line has nothing to pass below it', [5], down],
  ])('%s', (_name, path, move) => {
    edit(editor, () => $at(3).selectEnd().insertText('!'));
    caretIn(...path);
    move();
    expect(said).toHaveLength(1);
    // What was written before is the last thing to undo.
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(outline(editor)).toEqual(LETTER);
  });

  test('a selection from the salutation over everything moves nothing', () => {
    edit(editor, () => $selectAll());
    up();
    down();
    expect(outline(editor)).toEqual(LETTER);
  });

  test('each move is one step to undo, and the document comes back exactly', () => {
    const before = documentOf(editor);
    caretIn(1, 1, 2);
    up();
    up();
    const after = documentOf(editor);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(outline(editor)[1]).toBe('What I did{One.|Three.|Two.}');
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(documentOf(editor)).toEqual(before);
    editor.dispatchCommand(REDO_COMMAND, undefined);
    editor.dispatchCommand(REDO_COMMAND, undefined);
    expect(documentOf(editor)).toEqual(after);
  });

  test('its keys are Alt, Shift and an arrow, and no other modifier', () => {
    const [keys = ''] = actionOf('section.up').keys ?? [];
    const press = { key: 'ArrowUp', code: 'ArrowUp', shiftKey: true, altKey: true, metaKey: false };
    expect(isShortcut({ ...press, ctrlKey: false }, shortcutFrom(keys), false)).toBe(true);
    expect(isShortcut({ ...press, ctrlKey: true }, shortcutFrom(keys), false)).toBe(false);
    expect(isShortcut({ ...press, ctrlKey: false, altKey: false }, shortcutFrom(keys), false)).toBe(
      false,
    );
  });
});

describe('dropping', () => {
  test('a block goes into another section, and an emptied one keeps a line to write in', () => {
    moveTo(editor, keyAt(2, 1, 0), { container: keyAt(1, 1), before: keyAt(1, 1, 1) });
    expect(outline(editor).slice(1, 3)).toEqual(['What I did{One.|I am.|Two.|Three.}', 'Sorry{}']);
    expect(said).toEqual(['Paragraph moved: 2 of 4.']);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(outline(editor)).toEqual(LETTER);
  });

  test('a section goes to the end, and the letter still ends in a line', () => {
    moveTo(editor, keyAt(1), { container: 'root', before: null });
    expect(outline(editor)).toEqual([
      '~Dear M.,',
      'Sorry{I am.}',
      'Between',
      'Now{}',
      '',
      LETTER[1],
      '',
    ]);
  });

  test('where it stands already, nothing happens and nothing is left to undo', () => {
    edit(editor, () => $at(3).selectEnd().insertText('!'));
    moveTo(editor, keyAt(1), { container: 'root', before: keyAt(2) });
    moveTo(editor, keyAt(1, 1, 2), { container: keyAt(1, 1), before: null });
    expect(said).toEqual([]);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(outline(editor)).toEqual(LETTER);
  });
});

describe('the actions of a section', () => {
  const stored = (index: number) => childrenOf(documentOf(editor).root)[index] ?? p('');

  test.each(PASSAGE_MARKS)('it is marked as %s, kept so, and undo takes that back', mark => {
    const before = documentOf(editor);
    setReaders(editor, keyAt(1), mark);
    expect(markOf(stored(1))).toBe(mark);
    const saved = documentOf(editor);
    expect(documentOf(openLetter(saved))).toEqual(saved);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(documentOf(editor)).toEqual(before);
  });

  test('one mark takes the place of another, and none is left when everyone may read it', () => {
    const before = documentOf(editor);
    for (const mark of [...PASSAGE_MARKS, 'counsellor', null] as const) {
      setReaders(editor, keyAt(1), mark);
      expect(markOf(stored(1))).toBe(mark);
    }
    expect(documentOf(editor)).toEqual(before);
  });

  test('a mark of a newer version counts as the most careful one, and is kept', () => {
    const newer = letterOf(
      { ...section('What I did', p('One.')), $: { audience: 'nobody' } },
      p(''),
    );
    const opened = openLetter(newer);
    const note = opened.read(() => $readersOf($at(0)));
    expect(note).toBe('not-needed');
    expect(childrenOf(documentOf(opened).root)[0]?.['$']).toEqual({ audience: 'nobody' });
  });

  test('brought back after it was removed, a section has its mark', () => {
    setReaders(editor, keyAt(1), 'counsellor');
    const removed = removeSection(editor, keyAt(1));
    if (removed === null) throw new Error('nothing was removed');
    bringBack(editor, removed);
    expect(markOf(stored(1))).toBe('counsellor');
  });

  test('removed, it takes its text along, and undo brings both back', () => {
    const before = documentOf(editor);
    removeSection(editor, keyAt(1));
    expect(outline(editor)).toEqual([LETTER[0], ...LETTER.slice(2)]);
    expect(textAtCaret()).toBe('I am.');
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(documentOf(editor)).toEqual(before);
  });

  test('brought back later, it stands where it was beside what was written since', () => {
    const removed = removeSection(editor, keyAt(1));
    edit(editor, () => $at(1, 1, 0).selectEnd().insertText(' Truly.'));
    if (removed === null) throw new Error('nothing was removed');
    bringBack(editor, removed);
    expect(outline(editor)).toEqual([
      LETTER[0],
      LETTER[1],
      'Sorry{I am. Truly.}',
      ...LETTER.slice(3),
    ]);
  });

  test('brought back, what was not understood in it is kept as it was', () => {
    const poll = { type: 'poll', version: 3, answers: ['yes'] };
    const odd = { type: 'scale', version: 1, value: 3, min: 9, max: 2, children: [] };
    const letter = openLetter(letterOf(section('One', p('a')), section('Two', poll, odd, p('b'))));
    const before = documentOf(letter);
    const key = letter.read(() => $at(1).getKey());
    const removed = removeSection(letter, key);
    if (removed === null) throw new Error('nothing was removed');
    bringBack(letter, removed);
    expect(documentOf(letter)).toEqual(before);
  });

  test('undone already, it is not brought back a second time', () => {
    const removed = removeSection(editor, keyAt(1));
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    if (removed === null) throw new Error('nothing was removed');
    bringBack(editor, removed);
    expect(outline(editor)).toEqual(LETTER);
    expect(editor.read(() => $getNodeByKey(removed.key))).not.toBeNull();
  });

  test('every section has a button for them, described by its heading', () => {
    const buttons = [...document.querySelectorAll('[data-section-tools]')];
    const headings = buttons.map(
      button => document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent,
    );
    expect(headings).toEqual(['What I did', 'Sorry', 'Now']);
  });
});
