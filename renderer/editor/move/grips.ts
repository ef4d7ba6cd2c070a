import {
  $getNodeByKey,
  $isElementNode,
  COMMAND_PRIORITY_EDITOR,
  createCommand,
  mergeRegister,
  registerEventListeners,
  type LexicalCommand,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { toolsButtonIn } from '../section/section-tools.ts';
import { showLine, beginDrag } from './drag.ts';
import { placeAt, under } from './places.ts';

/** Shows the line where something from outside would go, at this height of the window; null ends it. */
export const SHOW_DROP_COMMAND: LexicalCommand<number | null> = createCommand('SHOW_DROP_COMMAND');

/** The elements that lie over the sheet, drawn by `MoveLayer`. */
export interface Layer {
  readonly layer: HTMLElement;
  readonly sectionGrip: HTMLElement;
  readonly blockGrip: HTMLElement;
  readonly line: HTMLElement;
}

/** The first line is about this high; the grip stands beside its middle. */
const LINE_PX = { section: 19, block: 28 } as const;

/**
 * Shows the grips in the margin beside what the pointer, or a finger, is at. There are two for the
 * whole letter, not two for each block: a long letter stays light.
 */
export function registerGrips(editor: LexicalEditor, parts: Layer): () => void {
  const { layer, sectionGrip, blockGrip, line } = parts;
  const sheet = layer.parentElement ?? layer;
  const grips = [
    { grip: sectionGrip, at: 'section' },
    { grip: blockGrip, at: 'block' },
  ] as const;
  const keys = new Map<HTMLElement, NodeKey>();
  let frame = 0;

  function show(y: number): void {
    const found = under(editor, y);
    for (const { grip, at } of grips) place(grip, found[at], LINE_PX[at]);
  }

  function place(grip: HTMLElement, key: NodeKey | null, lineHeight: number): void {
    const dom = key === null ? null : editor.getElementByKey(key);
    grip.hidden = dom === null;
    if (key === null || dom === null) {
      keys.delete(grip);
      return;
    }
    keys.set(grip, key);
    const [rect, around] = [dom.getBoundingClientRect(), layer.getBoundingClientRect()];
    grip.style.left = `${rect.left - around.left}px`;
    grip.style.top = `${rect.top - around.top + Math.min(rect.height, lineHeight) / 2}px`;
  }

  function hide(): void {
    cancelAnimationFrame(frame);
    if (keys.size > 0) for (const { grip } of grips) place(grip, null, 0);
  }

  function onPress(grip: HTMLElement, press: PointerEvent): void {
    const key = keys.get(grip);
    if (key === undefined || press.button !== 0) return;
    const pressed = () => (grip === sectionGrip ? openTools(editor, key) : goTo(editor, key));
    beginDrag({ editor, grip, line, key, press, onPress: pressed });
  }

  return mergeRegister(
    registerEventListeners(sheet, {
      pointermove: event => {
        if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(() => show(event.clientY));
      },
      pointerdown: event => {
        const isOnGrip = grips.some(({ grip }) => grip === event.target);
        if (event.pointerType !== 'mouse' && !isOnGrip) show(event.clientY);
      },
      pointerleave: event => {
        if (event.pointerType === 'mouse') hide();
      },
    }),
    ...grips.map(({ grip }) =>
      registerEventListeners(grip, { pointerdown: event => onPress(grip, event) }),
    ),
    editor.registerCommand(
      SHOW_DROP_COMMAND,
      y => {
        hide();
        showLine(line, y === null ? null : placeAt(editor, y, false));
        return true;
      },
      COMMAND_PRIORITY_EDITOR,
    ),
    // What is typed moves the blocks; the grips would stand beside something else.
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) hide();
    }),
    hide,
  );
}

function openTools(editor: LexicalEditor, key: NodeKey): void {
  toolsButtonIn(editor.getElementByKey(key))?.click();
}

function goTo(editor: LexicalEditor, key: NodeKey): void {
  editor.update(() => {
    const block = $getNodeByKey(key);
    if ($isElementNode(block)) block.selectStart();
  });
  editor.focus();
}
