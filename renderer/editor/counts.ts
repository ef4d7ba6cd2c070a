import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { countWords, projectDocument } from '#shared/domain/projection.ts';
import { documentOf } from './document/save.ts';

export interface Counts {
  readonly words: number;
  readonly characters: number;
  readonly selectedWords: number;
}

/** Typing comes first: counting waits for a pause, and then for an idle moment. */
const PAUSE_MS = 400;

/** Reports the counts after each pause in typing or selecting; returns what stops it. */
export function registerCounts(
  editor: LexicalEditor,
  onCounts: (counts: Counts) => void,
): () => void {
  let timer = 0;
  let idle = 0;
  let written: Omit<Counts, 'selectedWords'> | null = null;
  const report = () => {
    written ??= writtenIn(editor);
    onCounts({ ...written, selectedWords: selectedWordsIn(editor) });
  };
  const later = () => {
    window.clearTimeout(timer);
    window.cancelIdleCallback(idle);
    timer = window.setTimeout(() => {
      idle = window.requestIdleCallback(report, { timeout: 1000 });
    }, PAUSE_MS);
  };
  later();
  const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size > 0 || dirtyLeaves.size > 0) written = null;
    later();
  });
  return () => {
    stop();
    window.clearTimeout(timer);
    window.cancelIdleCallback(idle);
  };
}

function writtenIn(editor: LexicalEditor): Omit<Counts, 'selectedWords'> {
  const { wordCount, textLength } = projectDocument(documentOf(editor));
  return { words: wordCount, characters: textLength };
}

const selectedWordsIn = (editor: LexicalEditor): number =>
  editor.read('latest', () => {
    const selection = $getSelection();
    const isSelected = $isRangeSelection(selection) && !selection.isCollapsed();
    return isSelected ? countWords(selection.getTextContent()) : 0;
  });
