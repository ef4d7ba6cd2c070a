import { $getNodeByKey, defineExtension, TextNode, type LexicalEditor } from 'lexical';
import { movingWords } from '../../words/moving.ts';
import { $saidOf } from './state.ts';

/** Shows at the words themselves that not everyone may read them. */
export const ReadersExtension = defineExtension({
  name: 'amends/readers',
  register: editor =>
    editor.registerMutationListener(TextNode, mutations => {
      editor.read(() => {
        for (const [key, mutation] of mutations) if (mutation !== 'destroyed') $show(editor, key);
      });
    }),
});

function $show(editor: LexicalEditor, key: string): void {
  const node = $getNodeByKey(key);
  const dom = editor.getElementByKey(key);
  if (node === null || dom === null) return;
  const mark = $saidOf(node);
  if ((dom.dataset['readers'] ?? null) === mark) return;
  if (mark === null) {
    delete dom.dataset['readers'];
    dom.removeAttribute('title');
  } else {
    dom.dataset['readers'] = mark;
    dom.title = movingWords.readersNote[mark];
  }
}
