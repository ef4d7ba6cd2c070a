import type { LexicalEditor } from 'lexical';
import { hitsIn } from './fold.ts';
import { clearHighlight, showHighlight } from './highlight.ts';
import { $findInLine, $lines, $selectFound, rangeOf } from './places.ts';

const HIGHLIGHT = 'amends-search';

/** Selects the first place that matches, scrolls to it, and marks all of them until the next edit. */
export function revealFirst(editor: LexicalEditor, words: readonly string[]): boolean {
  const found = editor.read(() =>
    $lines().flatMap(line => $findInLine(line, text => hitsIn(text, words))),
  );
  const [first] = found;
  if (first === undefined) return false;
  editor.update(() => $selectFound(first), { discrete: true });
  showHighlight(
    HIGHLIGHT,
    found.map(hit => rangeOf(editor, hit)).filter(range => range !== null),
  );
  const block = editor.getElementByKey(first.start.key);
  block?.scrollIntoView({ block: 'center' });
  const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
    clearSearchMarks();
    stop();
  });
  return true;
}

/** Takes the marks away; with the letter, so that nothing keeps its text. */
export const clearSearchMarks = (): void => clearHighlight(HIGHLIGHT);
