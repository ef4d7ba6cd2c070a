import { effect } from '@lexical/extension';
import {
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  BLUR_COMMAND,
  COMMAND_PRIORITY_LOW,
  FOCUS_COMMAND,
  mergeRegister,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { formatWeekday } from '#shared/domain/day.ts';
import { readDay, type DayReading } from '#shared/domain/day-text.ts';
import { blockWords } from '../../words/blocks.ts';
import { $isOneLineNode } from '../line/OneLineNode.ts';
import { PartNode } from '../parts/PartNode.ts';
import { $isDateNode, DateNode } from './DateNode.ts';
import { $dayReaderOf } from './day-reader.ts';
import { letterDaysOf } from './letter-days.ts';

/**
 * Says below every line that may name a day how it is read. A day is said while it is typed; that
 * there is none, once the line is left: what is half typed is no mistake.
 */
export function registerDayNotes(editor: LexicalEditor): () => void {
  const lines = new Set<NodeKey>();
  let typedIn: NodeKey | null = null;

  const say = (keys: Iterable<NodeKey>) =>
    editor.read(() => {
      for (const key of keys) $say(editor, key, key === typedIn);
    });

  function follow(changed: readonly NodeKey[]): void {
    const caret = editor.read(() => $lineBeingWritten(editor));
    const left = typedIn === null || typedIn === caret ? [] : [typedIn];
    if (left.length > 0) typedIn = null;
    if (caret !== null && changed.includes(caret)) typedIn = caret;
    if (changed.length + left.length > 0) say([...changed, ...left]);
  }

  return mergeRegister(
    ...[DateNode, PartNode].map(type =>
      editor.registerMutationListener(type, mutations => {
        for (const [key, mutation] of mutations) {
          if (mutation === 'destroyed') lines.delete(key);
          else if (noteOf(editor, key) !== null) lines.add(key);
        }
        say([...mutations.keys()].filter(key => lines.has(key)));
      }),
    ),
    editor.registerUpdateListener(({ dirtyElements }) =>
      follow([...lines].filter(key => dirtyElements.has(key))),
    ),
    ...[BLUR_COMMAND, FOCUS_COMMAND].map(command =>
      editor.registerCommand(
        command,
        () => {
          follow([]);
          return false;
        },
        COMMAND_PRIORITY_LOW,
      ),
    ),
    // Another day of the letter is another reading of all days in it.
    effect(() => {
      void letterDaysOf(editor).writtenOn.value;
      say(lines);
    }),
  );
}

const noteOf = (editor: LexicalEditor, key: NodeKey): HTMLElement | null =>
  editor.getElementByKey(key)?.querySelector<HTMLElement>('[data-day-note]') ?? null;

/** The line that the caret is in, while the text has the focus. */
function $lineBeingWritten(editor: LexicalEditor): NodeKey | null {
  const selection = $getSelection();
  if (editor.getRootElement() !== document.activeElement) return null;
  if (!$isRangeSelection(selection)) return null;
  return $findMatchingParent(selection.focus.getNode(), $isOneLineNode)?.getKey() ?? null;
}

function $say(editor: LexicalEditor, key: NodeKey, isHalfTyped: boolean): void {
  const node = $getNodeByKey(key);
  const note = noteOf(editor, key);
  const reader = node === null ? null : $dayReaderOf(node, editor);
  if (node === null || note === null || reader === null) return;
  const reading = readDay(node.getTextContent(), reader);
  const names = $isDateNode(node) ? blockWords.date : blockWords.by;
  const isSaid = reading.kind === 'day' || !isHalfTyped;
  show(note, reading.kind, isSaid ? wordsFor(reading, names, reader.locale) : '');
}

function show(note: HTMLElement, kind: DayReading['kind'], words: string): void {
  note.dataset['dayNote'] = kind;
  if (note.textContent !== words) note.textContent = words;
  note.hidden = words === '';
}

function wordsFor(
  reading: DayReading,
  names: Readonly<Record<'none' | 'wording', string>>,
  locale: string,
): string {
  if (reading.kind === 'day') return formatWeekday(reading.day, locale);
  return reading.kind === 'empty' ? '' : names[reading.kind];
}
