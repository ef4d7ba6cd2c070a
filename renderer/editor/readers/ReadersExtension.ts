import { mergeRegister } from '@lexical/utils';
import {
  $getNodeByKey,
  $hasUpdateTag,
  COMMAND_PRIORITY_BEFORE_EDITOR,
  defineExtension,
  INSERT_PARAGRAPH_COMMAND,
  TextNode,
  type LexicalEditor,
  type NodeMutation,
} from 'lexical';
import { movingWords } from '../../words/moving.ts';
import { LOAD_TAG } from '../document/load.ts';
import { DateNode } from '../lines/DateNode.ts';
import { FeelingsNode } from '../lines/FeelingsNode.ts';
import { ScaleNode } from '../lines/ScaleNode.ts';
import { PictureNode } from '../picture/PictureNode.ts';
import { $continueForSameReaders, $takeFromBlock } from './passages.ts';
import { $saidOf } from './state.ts';

const MARKED = [TextNode, PictureNode, DateNode, ScaleNode, FeelingsNode];

/**
 * Shows at the words themselves, and at a picture or a day, that not everyone may read them, and
 * lets what is written on from there be for the same readers.
 */
export const ReadersExtension = defineExtension({
  name: 'amends/readers',
  register: editor => {
    const show = (mutations: ReadonlyMap<string, NodeMutation>) =>
      editor.read(() => {
        for (const [key, mutation] of mutations) if (mutation !== 'destroyed') $show(editor, key);
      });
    return mergeRegister(
      ...MARKED.map(type => editor.registerMutationListener(type, show)),
      editor.registerNodeTransform(TextNode, text => {
        // A letter is not changed by being opened.
        if (!$hasUpdateTag(LOAD_TAG)) $takeFromBlock(text);
      }),
      editor.registerCommand(
        INSERT_PARAGRAPH_COMMAND,
        $continueForSameReaders,
        COMMAND_PRIORITY_BEFORE_EDITOR,
      ),
    );
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
