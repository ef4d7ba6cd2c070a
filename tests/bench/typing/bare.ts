import { buildEditorFromExtensions } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { RichTextExtension } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, defineExtension } from 'lexical';
import '../../../renderer/styles/global.css';
import './bare.css';
import { blocksOf, letterAsked } from './long-letter.ts';
import { becomeReady, caretAtEndOf, measureKeys, middleParagraph } from './measure.ts';

// A rich-text editor as Lexical comes, with the same words and the same type.
const root = document.createElement('div');
root.contentEditable = 'true';
root.className = 'sheet';
document.querySelector('#root')?.append(root);

const editor = buildEditorFromExtensions(
  defineExtension({
    name: 'bench/bare',
    dependencies: [RichTextExtension, HistoryExtension],
    $initialEditorState: () => {
      const { root: letter } = letterAsked();
      for (const text of blocksOf(letter)) {
        $getRoot().append($createParagraphNode().append($createTextNode(text)));
      }
    },
  }),
);
editor.setRootElement(root);

measureKeys();
window.placeCaret = () => caretAtEndOf(middleParagraph(root), root);
await becomeReady();
