import { $getSelection, $selectAll } from 'lexical';
import { describe, expect, test } from 'vitest';
import { childrenOf, textOf, type DocumentNode } from '#shared/domain/document.ts';
import { $clearFormatting } from '../../../renderer/editor/blocks/clear.ts';
import { $indentItems, $toggleCheck, $toggleList } from '../../../renderer/editor/blocks/lists.ts';
import { htmlOfBlocks } from '../../../renderer/editor/copy/to-html.ts';
import { textOfBlocks } from '../../../renderer/editor/copy/to-plain.ts';
import { $copied } from '../../../renderer/editor/copy/CopyExtension.ts';
import { documentOf } from '../../../renderer/editor/document/save.ts';
import { isShortcut, shortcutFrom } from '../../../renderer/editor/keys/shortcut.ts';
import { $applyLink, $linkAtCaret } from '../../../renderer/editor/link/link-at-caret.ts';
import { isAllowedUrl, urlFromInput } from '../../../renderer/editor/link/link-url.ts';
import { hitsIn } from '../../../renderer/editor/search/fold.ts';
import { revealFirst } from '../../../renderer/editor/search/reveal.ts';
import { $at, edit, letterOf, openLetter, outline, p, salutation, section } from './support.ts';

const link = (url: string): DocumentNode => ({
  type: 'link',
  version: 1,
  url,
  children: [textOf('there')],
});

describe('links', () => {
  test.each([
    ['https://example.org/', true],
    ['http://example.org/', true],
    ['mailto:m@example.org', true],
    ['javascript:alert(1)', false],
    ['JaVaScRiPt:alert(1)', false],
    [' javascript:alert(1)', false],
    ['java\nscript:alert(1)', false],
    ['data:text/html,<script>1</script>', false],
    ['file:///etc/passwd', false],
    ['app://amends/', false],
    ['blob:https://example.org/1', false],
    ['tel:123', false],
    ['//example.org', false],
    ['', false],
  ])('to %j: allowed is %s, in a stored letter too', (url, isAllowed) => {
    expect(isAllowedUrl(url)).toBe(isAllowed);
    const editor = openLetter(letterOf({ ...p(''), children: [link(url)] }));
    const [line] = childrenOf(documentOf(editor).root);
    expect(childrenOf(line ?? p(''))[0]?.type).toBe(isAllowed ? 'link' : 'text');
    expect(outline(editor)).toEqual(['there']);
  });

  test.each([
    ['example.org', 'https://example.org'],
    ['www.example.org/a?b=c', 'https://www.example.org/a?b=c'],
    ['m@example.org', 'mailto:m@example.org'],
    [' https://example.org ', 'https://example.org'],
    ['what you did', null],
    ['javascript:alert(1)', null],
    ['ftp://example.org', null],
  ])('what is typed as %j points to %j', (typed, url) => {
    expect(urlFromInput(typed)).toBe(url);
  });

  test('are made, changed and taken away', () => {
    const editor = openLetter(letterOf(p('see there')));
    edit(editor, () => $select(0, 4, 9));
    edit(editor, () => $applyLink('https://example.org/'));
    expect(JSON.stringify(documentOf(editor))).toContain('"url":"https://example.org/"');
    edit(editor, () => $at(0).selectEnd());
    expect(editor.read(() => $linkAtCaret())).toEqual({ url: 'https://example.org/' });
    edit(editor, () => $applyLink('https://example.net/'));
    expect(JSON.stringify(documentOf(editor))).toContain('"url":"https://example.net/"');
    edit(editor, () => $applyLink(null));
    expect(JSON.stringify(documentOf(editor))).not.toContain('"url"');
    expect(outline(editor)).toEqual(['see there']);
  });

  test('a heading of a section and the salutation have none', () => {
    const editor = openLetter(letterOf(salutation('Dear M.,'), section('Sorry')));
    for (const path of [[0], [1, 0]]) {
      edit(editor, () => $at(...path).select(0));
      expect(editor.read(() => $linkAtCaret())).toBeNull();
    }
  });
});

function $select(block: number, from: number, to: number): void {
  const text = $at(block).getAllTextNodes()[0];
  text?.select(from, to);
}

describe('lists', () => {
  test('nest one level below the item before, and come out again', () => {
    const editor = openLetter(letterOf(p('one'), p('two')));
    edit(editor, () => $selectAll());
    edit(editor, () => $toggleList('number'));
    edit(editor, () => $at(0, 1).selectEnd());
    for (let i = 0; i < 3; i++) edit(editor, () => void $indentItems(1));
    expect(outline(editor)).toEqual(['number[one [number[two]]]']);
    edit(editor, () => void $indentItems(-1));
    edit(editor, () => void $indentItems(-1));
    expect(outline(editor)).toEqual(['number[one two]']);
  });

  test('a check-list item is ticked where the caret is', () => {
    const editor = openLetter(letterOf(p('tell')));
    edit(editor, () => $at(0).selectEnd());
    expect(editor.read(() => $at(0).getType())).toBe('paragraph');
    edit(editor, () => $toggleList('check'));
    edit(editor, () => void $toggleCheck());
    const [list] = childrenOf(documentOf(editor).root);
    expect(childrenOf(list ?? p(''))[0]).toMatchObject({ checked: true });
  });
});

describe('a check list', () => {
  const item = (text: string, checked: boolean): DocumentNode => ({
    type: 'listitem',
    version: 1,
    checked,
    value: 1,
    children: [textOf(text)],
  });
  const open = () =>
    openLetter(
      letterOf(
        {
          type: 'list',
          version: 1,
          listType: 'check',
          start: 1,
          tag: 'ul',
          children: [item('told', true), item('waited', false)],
        },
        p(''),
      ),
    );
  const boxes = () => [...document.querySelectorAll<HTMLElement>('[role=checkbox]')];

  test('shows a box in each item, named by its text, and the item stays an item', () => {
    open();
    expect(boxes().map(box => box.getAttribute('aria-checked'))).toEqual(['true', 'false']);
    expect(boxes().map(box => box.closest('li')?.getAttribute('role'))).toEqual([null, null]);
    const labels = boxes().map(box => box.getAttribute('aria-labelledby') ?? '');
    expect(labels.map(id => document.querySelector(`#${id}`)?.textContent)).toEqual([
      'told',
      'waited',
    ]);
  });

  test('is ticked by a press and by Space, and goes with its list', () => {
    const editor = open();
    boxes()[0]?.click();
    boxes()[1]?.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }));
    editor.read(() => undefined);
    expect(boxes().map(box => box.getAttribute('aria-checked'))).toEqual(['false', 'true']);
    const [list] = childrenOf(documentOf(editor).root);
    expect(childrenOf(list ?? p('')).map(({ checked }) => checked)).toEqual([false, true]);
    edit(editor, () => $selectAll());
    edit(editor, () => $toggleList('bullet'));
    expect(boxes()).toEqual([]);
    expect(outline(editor)[0]).toBe('bullet[told waited ]');
  });
});

describe('showing where a word was found', () => {
  test('selects the first place, across formats and not across lines', () => {
    const line: DocumentNode = {
      ...p(''),
      children: [
        textOf('no'),
        { type: 'linebreak', version: 1 },
        { ...textOf('Coun'), format: 1 },
        textOf('séllor'),
      ],
    };
    Element.prototype.scrollIntoView = () => undefined;
    const editor = openLetter(letterOf(section('Help', line)));
    expect(revealFirst(editor, ['nocoun'])).toBe(false);
    expect(revealFirst(editor, ['counsel'])).toBe(true);
    expect(editor.read(() => $getSelection()?.getTextContent())).toBe('Counsél');
  });
});

test('clearing leaves the words and the lists, and takes formats, links and headings', () => {
  const editor = openLetter(
    letterOf(
      { type: 'heading', version: 1, tag: 'h1', children: [{ ...textOf('one'), format: 15 }] },
      { ...p(''), children: [{ ...textOf('see '), format: 1 }, link('https://example.org/')] },
      p('item'),
    ),
  );
  edit(editor, () => $at(2).selectEnd());
  edit(editor, () => $toggleList('bullet'));
  edit(editor, () => $selectAll());
  edit(editor, $clearFormatting);
  expect(outline(editor)).toEqual(['one', 'see there', 'bullet[item]']);
  expect(JSON.stringify(documentOf(editor))).not.toMatch(/"url"|"format":[1-9]/);
});

describe('what is copied', () => {
  const editor = openLetter(
    letterOf(
      salutation('Dear M.,'),
      section('What I did', {
        ...p(''),
        children: [{ ...textOf('I <lied>'), format: 3 }, textOf(' & hid it.')],
      }),
      p('Yours'),
    ),
  );

  test('is clean HTML and plain text, without prompts', () => {
    edit(editor, () => $selectAll());
    const nodes = editor.read(() => $copied($getSelection()));
    expect(htmlOfBlocks(nodes)).toBe(
      '<p>Dear M.,</p><h2>What I did</h2>' +
        '<p><strong><em>I &lt;lied&gt;</em></strong> &amp; hid it.</p><p>Yours</p>',
    );
    expect(textOfBlocks(nodes)).toBe('Dear M.,\n\nWhat I did\n\nI <lied> & hid it.\n\nYours');
  });

  test('part of a line is that part of the line', () => {
    edit(editor, () => {
      const [first, second] = $at(1, 1, 0).getAllTextNodes();
      const selection = first?.select(2, 2);
      selection?.focus.set(second?.getKey() ?? '', 2, 'text');
    });
    const nodes = editor.read(() => $copied($getSelection()));
    expect(htmlOfBlocks(nodes)).toBe('<strong><em>&lt;lied&gt;</em></strong> &amp;');
    expect(textOfBlocks(nodes)).toBe('<lied> &');
  });
});

describe('shortcuts', () => {
  const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  const numbered = shortcutFrom('CmdOrCtrl+Shift+7');
  const bold = shortcutFrom('CmdOrCtrl+B');
  const quote = shortcutFrom('CmdOrCtrl+Alt+Q');

  test('a digit is its key, whatever Shift makes of it', () => {
    const press = { ...none, ctrlKey: true, shiftKey: true, code: 'Digit7' };
    for (const key of ['7', '&', '/', 'è'])
      expect(isShortcut({ ...press, key }, numbered, false)).toBe(true);
    expect(isShortcut({ ...press, key: '8', code: 'Digit8' }, numbered, false)).toBe(false);
  });

  test('a letter is what the layout makes it, or its place on a layout of another script', () => {
    const press = { ...none, ctrlKey: true };
    expect(isShortcut({ ...press, key: 'b', code: 'KeyN' }, bold, false)).toBe(true);
    expect(isShortcut({ ...press, key: 'и', code: 'KeyB' }, bold, false)).toBe(true);
    expect(isShortcut({ ...press, key: 'x', code: 'KeyB' }, bold, false)).toBe(false);
    expect(isShortcut({ ...press, key: 'B', code: 'KeyB', shiftKey: true }, bold, false)).toBe(
      false,
    );
  });

  test('AltGr types a sign and is no shortcut', () => {
    const press = { ...none, ctrlKey: true, altKey: true, key: 'q', code: 'KeyQ' };
    expect(isShortcut(press, quote, false)).toBe(true);
    const altGr = { ...press, key: '@', getModifierState: (name: string) => name === 'AltGraph' };
    expect(isShortcut(altGr, quote, false)).toBe(false);
  });

  test('on a Mac it is Cmd and not Ctrl', () => {
    const press = { ...none, key: 'b', code: 'KeyB' };
    expect(isShortcut({ ...press, metaKey: true }, bold, true)).toBe(true);
    expect(isShortcut({ ...press, ctrlKey: true }, bold, true)).toBe(false);
  });
});

test.each([
  ['Étranger, étrange', ['etrang'], ['Étrang', 'étrang']],
  ['E\u0301tranger', ['etr'], ['E\u0301tr']],
  ['I am sorry; so sorry.', ['SORRY'], ['sorry', 'sorry']],
  ['counsellor', ['sell'], []],
  ['straße (a.b)', ['a.b', 'stras'], ['a.b']],
  ['anything', ['', '  '], []],
])('in %j the words %j are found as %j', (text, words, found) => {
  expect(hitsIn(text, words).map(({ start, end }) => text.slice(start, end))).toEqual(found);
});
