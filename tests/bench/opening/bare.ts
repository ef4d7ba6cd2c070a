import { buildEditorFromExtensions } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { RichTextExtension } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, defineExtension } from 'lexical';
import '../../../renderer/styles/global.css';
import '../typing/bare.css';
import { blocksOf, largeLetter } from '../typing/long-letter.ts';
import { becomeReady } from '../typing/measure.ts';
import { measureOpening } from './measure-opening.ts';

// A rich-text editor as Lexical comes, with the same words and the same type.
const letter = largeLetter();

function open(): void {
  const { root } = structuredClone(letter);
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: 'bench/bare',
      dependencies: [RichTextExtension, HistoryExtension],
      $initialEditorState: () => {
        for (const text of blocksOf(root)) {
          $getRoot().append($createParagraphNode().append($createTextNode(text)));
        }
      },
    }),
  );
  const sheet = document.createElement('div');
  sheet.contentEditable = 'true';
  sheet.className = 'sheet';
  document.querySelector('#root')?.append(sheet);
  editor.setRootElement(sheet);
  editor.focus();
}

measureOpening({ open, putAway: () => document.querySelector('#root')?.replaceChildren() });
await becomeReady();
