import { createHash } from 'node:crypto';
import {
  $getSelection,
  $isRangeSelection,
  DELETE_CHARACTER_COMMAND,
  PASTE_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { childrenOf, inlineText, type DocumentNode } from '#shared/domain/document.ts';
import type { AppError } from '#shared/errors.ts';
import type { Bridge } from '#shared/ipc/bridge.ts';
import { documentOf } from '../../../renderer/editor/document/save.ts';
import { fitted } from '../../../renderer/editor/picture/scale-picture.ts';
import { $at, edit, letterOf, openLetter, p, salutation, section } from './support.ts';

/** The vault as far as pictures go: it answers when the test lets it. */
const vault = new Map<string, Uint8Array>();
let answers: (() => void)[] = [];
let refusal: AppError | null = null;

const bridge: Bridge = {
  subscribe: () => () => undefined,
  invoke: (procedure, input) =>
    new Promise(resolve => {
      if (procedure === 'pictures.get') {
        const bytes = vault.get(String(input));
        const error = { code: 'picture.notFound', id: input };
        const picture = { id: input, bytes, mediaType: 'image/png', width: 40, height: 20 };
        resolve(bytes === undefined ? { ok: false, error } : { ok: true, value: picture });
        return;
      }
      answers.push(() => {
        const { bytes } = input as { bytes: Uint8Array };
        const id = createHash('sha256').update(bytes).digest('hex');
        if (refusal === null) vault.set(id, bytes);
        resolve(refusal === null ? { ok: true, value: id } : { ok: false, error: refusal });
      });
    }),
};

/** The two things of a browser that jsdom lacks: it decodes whatever does not call itself broken. */
class Canvas {
  readonly width: number;
  readonly height: number;
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }
  getContext = () => ({ drawImage: () => undefined, getImageData: () => ({ data: [] }) });
  convertToBlob = ({ type }: { type: string }) =>
    Promise.resolve(new Blob([`${type} ${this.width}x${this.height} ${drawn}`], { type }));
}
let drawn = '';

let editor: LexicalEditor;

beforeEach(() => {
  vault.clear();
  answers = [];
  refusal = null;
  vi.stubGlobal('bridge', bridge);
  vi.stubGlobal('OffscreenCanvas', Canvas);
  vi.stubGlobal('createImageBitmap', async (file: File) => {
    drawn = file.name;
    if (file.name.startsWith('broken')) throw new Error('can not be decoded');
    return { width: 40, height: 20, close: () => undefined };
  });
  URL.createObjectURL = () => 'blob:picture';
  URL.revokeObjectURL = () => undefined;
  editor = openLetter(
    letterOf(salutation('Dear M.,'), section('What I did', p('One.'), p('')), p('Yours')),
  );
});

afterEach(() => vi.unstubAllGlobals());

const file = (name: string, type = 'image/png') => new File([name], name, { type });

const paste = (files: readonly File[], text = '') => {
  const getData = (type: string) => (type === 'text/plain' ? text : '');
  const clipboardData = { files, getData, types: [], items: [] };
  const event = Object.assign(new Event('paste', { cancelable: true }), { clipboardData });
  editor.dispatchCommand(PASTE_COMMAND, event as unknown as ClipboardEvent);
  settle();
};
const settle = () => editor.read(() => undefined);

/** Lets the vault answer, and all that follows from it happen. */
async function answer(times = 1): Promise<void> {
  for (let n = 0; n < times; n++) {
    // One answer follows from the one before.
    await vi.waitFor(() => expect(answers.length).toBeGreaterThan(0));
    answers.shift()?.();
  }
  await new Promise(done => setTimeout(done, 20));
  settle();
}

const body = (): readonly DocumentNode[] => {
  const [, stored] = childrenOf(documentOf(editor).root);
  return childrenOf(childrenOf(stored ?? { type: '' })[1] ?? { type: '' });
};
const short = (node: DocumentNode): string =>
  node.type === 'picture'
    ? `[${String(node['width'])}% ${inlineText(node)}]`
    : `${node.type === 'paragraph' ? '' : node.type}${inlineText(node)}`;
const shown = () => [...document.querySelectorAll<HTMLElement>('[data-block="picture"]')];
const caretIn = (...path: number[]) => edit(editor, () => void $at(...path).selectEnd());
const caretBlock = () =>
  editor.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return '';
    const node = selection.anchor.getNode();
    return ['text'].includes(node.getType()) ? node.getParent()?.getType() : node.getType();
  });

describe('a pasted picture', () => {
  test('is read into the vault and stands behind the block of the caret', async () => {
    caretIn(1, 1, 0);
    paste([file('one.png')]);
    expect(shown().map(dom => dom.dataset['state'])).toEqual(['reading']);
    // While it is read it is no part of the document.
    expect(body().map(short)).toEqual(['One.', '', '']);
    await answer();
    expect(body().map(short)).toEqual(['One.', '[25% ]', '']);
    const [id = ''] = vault.keys();
    expect(body()[1]).toEqual({
      type: 'picture',
      version: 1,
      picture: id,
      description: '',
      width: 25,
      naturalWidth: 40,
      naturalHeight: 20,
      children: [],
      direction: null,
      format: '',
      indent: 0,
    });
    await vi.waitFor(() => expect(shown()[0]?.dataset['state']).toBe('shown'));
    expect(shown()[0]?.querySelector('img')?.getAttribute('src')).toBe('blob:picture');
    expect(caretBlock()).toBe('picture');
  });

  test('takes the place of an empty line', async () => {
    caretIn(1, 1, 1);
    paste([file('one.png')]);
    await answer();
    expect(body().map(short)).toEqual(['One.', '[25% ]']);
  });

  test('goes below the heading and below the salutation, never into them', async () => {
    caretIn(1, 0);
    paste([file('one.png')]);
    await answer();
    expect(body().map(short)).toEqual(['One.', '[25% ]', '']);
    caretIn(0);
    paste([file('two.png')]);
    await answer();
    expect(childrenOf(documentOf(editor).root).map(({ type }) => type)).toEqual([
      'salutation',
      'picture',
      'section',
      'paragraph',
    ]);
  });

  test('is one step to undo, and to do again', async () => {
    const before = documentOf(editor);
    caretIn(1, 1, 0);
    paste([file('one.png')]);
    await answer();
    const after = documentOf(editor);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(documentOf(editor)).toEqual(before);
    editor.dispatchCommand(REDO_COMMAND, undefined);
    expect(documentOf(editor)).toEqual(after);
  });

  test('undone while it is read, it does not come by itself; done again, it comes', async () => {
    const before = documentOf(editor);
    caretIn(1, 1, 0);
    paste([file('one.png')]);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    await answer();
    expect(documentOf(editor)).toEqual(before);
    editor.dispatchCommand(REDO_COMMAND, undefined);
    await answer(0);
    expect(body().map(short)).toEqual(['One.', '[25% ]', '']);
  });

  test('can be written about while it is read', async () => {
    caretIn(1, 1, 0);
    paste([file('one.png')]);
    edit(editor, () => $getSelection()?.insertText('The lake'));
    await answer();
    expect(body().map(short)).toEqual(['One.', '[25% The lake]', '']);
  });

  test('cancelled, it leaves nothing behind', async () => {
    const before = documentOf(editor);
    caretIn(1, 1, 0);
    paste([file('one.png')]);
    document.querySelector<HTMLElement>('[data-control="cancel-picture"]')?.click();
    settle();
    expect(documentOf(editor)).toEqual(before);
    await answer();
    expect(documentOf(editor)).toEqual(before);
  });

  test('several stand in their order, one step to undo', async () => {
    const before = documentOf(editor);
    caretIn(1, 1, 0);
    paste([file('one.png'), file('two.png'), file('three.png')]);
    await answer(3);
    expect(body().map(short)).toEqual(['One.', '[25% ]', '[25% ]', '[25% ]', '']);
    expect(vault.size).toBe(3);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(documentOf(editor)).toEqual(before);
  });

  test('one that can not be read is left out, the others come', async () => {
    caretIn(1, 1, 0);
    paste([file('broken.png'), file('two.png')]);
    await answer();
    expect(body().map(short)).toEqual(['One.', '[25% ]', '']);
  });

  test('one that the vault refuses is left out', async () => {
    const before = documentOf(editor);
    refusal = { code: 'disk.full', path: '/vault' };
    caretIn(1, 1, 0);
    paste([file('one.png')]);
    await answer();
    expect(documentOf(editor)).toEqual(before);
  });

  test('beside text it is only a picture of that text', () => {
    caretIn(1, 1, 0);
    paste([file('one.png')], 'Words from a word processor');
    expect(body().map(short)).toEqual(['One.Words from a word processor', '']);
  });
});

describe('a picture in the letter', () => {
  const picture = (id: string, caption: DocumentNode[] = []): DocumentNode => ({
    type: 'picture',
    version: 1,
    picture: id,
    description: '',
    width: 50,
    naturalWidth: 800,
    naturalHeight: 600,
    children: caption,
  });
  const ID = 'a'.repeat(64);

  beforeEach(() => {
    editor = openLetter(letterOf(section('What I did', p('One.'), picture(ID), p('Two.'))));
  });

  test('that is not in the vault says so, and keeps its place', async () => {
    await vi.waitFor(() => expect(shown()[0]?.dataset['state']).toBe('missing'));
    expect(shown()[0]?.textContent).toContain('This picture is not in the vault');
    expect(shown()[0]?.querySelector<HTMLElement>('[style]')?.style.aspectRatio).toBe('800 / 600');
  });

  test('takes another width, and undo takes it back', () => {
    const widths = [...document.querySelectorAll<HTMLElement>('[role=radio]')];
    expect(widths.map(dom => [dom.textContent, dom.getAttribute('aria-checked')])).toEqual([
      ['25 %', 'false'],
      ['50 %', 'true'],
      ['75 %', 'false'],
      ['100 %', 'false'],
    ]);
    widths[3]?.click();
    settle();
    const [, , stored] = bodyOf(0);
    expect(bodyOf(0)[1]?.['width']).toBe(100);
    expect(stored?.type).toBe('paragraph');
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(bodyOf(0)[1]?.['width']).toBe(50);
  });

  test('its button removes it with one step to undo', () => {
    const before = documentOf(editor);
    document.querySelector<HTMLElement>('[data-control="remove-picture"]')?.click();
    settle();
    expect(bodyOf(0).map(short)).toEqual(['One.', '', 'Two.']);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(documentOf(editor)).toEqual(before);
  });

  test('Backspace in its empty caption removes it, and undo brings it back', () => {
    const before = documentOf(editor);
    edit(editor, () => void $at(0, 1, 1).selectStart());
    edit(editor, () => void editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true));
    expect(bodyOf(0).some(({ type }) => type === 'picture')).toBe(false);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(documentOf(editor)).toEqual(before);
  });

  test.each([
    ['Backspace behind it', [0, 1, 2], true],
    ['Delete before it', [0, 1, 0], false],
  ])('%s takes neither the picture nor its caption', (_name, path, isBackward) => {
    edit(editor, () => void (isBackward ? $at(...path).selectStart() : $at(...path).selectEnd()));
    edit(editor, () => void editor.dispatchCommand(DELETE_CHARACTER_COMMAND, isBackward));
    expect(bodyOf(0).map(short)).toEqual(['One.', '[50% ]', 'Two.']);
  });

  test('a caption is text: Backspace at its start does not remove the picture', () => {
    edit(editor, () => $at(0, 1, 1).selectEnd().insertText('The lake'));
    edit(editor, () => void $at(0, 1, 1).selectStart());
    edit(editor, () => void editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true));
    expect(bodyOf(0).map(short)).toEqual(['One.', '[50% The lake]', 'Two.']);
  });

  const bodyOf = (index: number): readonly DocumentNode[] => {
    const stored = childrenOf(documentOf(editor).root)[index];
    return childrenOf(childrenOf(stored ?? { type: '' })[1] ?? { type: '' });
  };
});

test('a picture is never larger than a letter needs, and never larger than it was', () => {
  expect(fitted({ width: 4000, height: 3000 })).toEqual({ width: 2000, height: 1500 });
  expect(fitted({ width: 3, height: 9000 })).toEqual({ width: 1, height: 2000 });
  expect(fitted({ width: 640, height: 480 })).toEqual({ width: 640, height: 480 });
});
