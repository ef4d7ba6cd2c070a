import { $isLinkNode } from '@lexical/link';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_LOW,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';
import { useEffect, useState } from 'react';
import type { PassageMark } from '#shared/domain/audience.ts';
import { $currentKind, type BlockKind } from '../blocks/blocks.ts';
import { $readersOfWords } from '../readers/passages.ts';

/** What the toolbar shows of the place where the caret is. */
export interface ToolbarState {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  readonly link: boolean;
  readonly kind: BlockKind;
  /** Who may read the words there; null for everyone. */
  readonly readers: PassageMark | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

const AT_REST: ToolbarState = {
  bold: false,
  italic: false,
  underline: false,
  strikethrough: false,
  link: false,
  kind: 'paragraph',
  readers: null,
  canUndo: false,
  canRedo: false,
};

type AtCaret = Omit<ToolbarState, 'canUndo' | 'canRedo'>;

/** The state of the toolbar. It changes, and renders, only when what it shows changes. */
export function useToolbarState(editor: LexicalEditor): ToolbarState {
  const [state, setState] = useState(AT_REST);
  useEffect(() => {
    const show = (seen: Partial<ToolbarState>) =>
      setState(shown => (isShown(shown, seen) ? shown : { ...shown, ...seen }));
    const canDo = (key: 'canUndo' | 'canRedo') => (can: boolean) => {
      show({ [key]: can });
      return false;
    };
    return mergeRegister(
      editor.registerUpdateListener(({ editorState }) => show(editorState.read($readAtCaret))),
      editor.registerCommand(CAN_UNDO_COMMAND, canDo('canUndo'), COMMAND_PRIORITY_LOW),
      editor.registerCommand(CAN_REDO_COMMAND, canDo('canRedo'), COMMAND_PRIORITY_LOW),
    );
  }, [editor]);
  return state;
}

function isShown(shown: ToolbarState, seen: Partial<ToolbarState>): boolean {
  const keys = Object.keys(seen) as (keyof ToolbarState)[];
  return keys.every(key => shown[key] === seen[key]);
}

function $readAtCaret(): Partial<AtCaret> {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return {};
  return {
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    underline: selection.hasFormat('underline'),
    strikethrough: selection.hasFormat('strikethrough'),
    link: $findMatchingParent(selection.anchor.getNode(), $isLinkNode) !== null,
    kind: $currentKind(selection),
    readers: $readersOfWords(selection),
  };
}
