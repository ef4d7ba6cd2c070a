import { mergeRegister } from '@lexical/utils';
import {
  $getNodeByKey,
  defineExtension,
  TextNode,
  type LexicalEditor,
  type NodeMutation,
} from 'lexical';
import { movingWords } from '../../words/moving.ts';
import { DateNode } from '../lines/DateNode.ts';
import { FeelingsNode } from '../lines/FeelingsNode.ts';
import { ScaleNode } from '../lines/ScaleNode.ts';
import { PictureNode } from '../picture/PictureNode.ts';
import { $saidOf } from './state.ts';

const MARKED = [TextNode, PictureNode, DateNode, ScaleNode, FeelingsNode];

/** Shows at the words themselves, and at a picture or a day, that not everyone may read them. */
export const ReadersExtension = defineExtension({
  name: 'amends/readers',
  register: editor => {
    const show = (mutations: ReadonlyMap<string, NodeMutation>) =>
      editor.read(() => {
        for (const [key, mutation] of mutations) if (mutation !== 'destroyed') $show(editor, key);
      });
    return mergeRegister(...MARKED.map(type => editor.registerMutationListener(type, show)));
  },
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
