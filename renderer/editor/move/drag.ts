import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical';
import { movingWords } from '../../words/moving.ts';
import { announce } from './announce.ts';
import { $isAt, moveTo } from './move.ts';
import styles from './Move.module.css';
import { isSectionKey, placeAt, type ShownPlace } from './places.ts';
import { scrollParentOf, scrollStep } from './scrolling.ts';

/** Less than this is a press, not a drag. */
const DRAG_BEGINS_PX = 4;

interface Drag {
  readonly editor: LexicalEditor;
  readonly grip: HTMLElement;
  readonly line: HTMLElement;
  /** What is dragged. */
  readonly key: NodeKey;
  readonly press: PointerEvent;
  /** The grip was pressed and let go where it is. */
  readonly onPress: () => void;
}

/** Follows a press on a grip until it is let go: a drag that moves a part of the letter, or only a press. */
export function beginDrag({ editor, grip, line, key, press, onPress }: Drag): void {
  const isSection = isSectionKey(editor, key);
  const desk = scrollParentOf(grip);
  const ending = new AbortController();
  let isDragging = false;
  let y = press.clientY;
  let place: ShownPlace | null = null;
  let frame = 0;
  let drawn = 0;

  function begin(): void {
    isDragging = true;
    grip.dataset['dragging'] = '';
    editor.getElementByKey(key)?.classList.add(styles['moving'] ?? '');
    drawn = performance.now();
    frame = requestAnimationFrame(follow);
  }

  /** Each frame: the page may scroll under a pointer that rests. */
  function follow(now: number): void {
    desk.scrollBy({ top: scrollStep(desk, y, now - drawn), behavior: 'instant' });
    drawn = now;
    const found = placeAt(editor, y, isSection);
    place = found === null || isAtPlace(editor, key, found) ? null : found;
    showLine(line, place);
    frame = requestAnimationFrame(follow);
  }

  function end(): void {
    ending.abort();
    cancelAnimationFrame(frame);
    delete grip.dataset['dragging'];
    editor.getElementByKey(key)?.classList.remove(styles['moving'] ?? '');
    showLine(line, null);
  }

  function drop(): void {
    end();
    if (!isDragging) onPress();
    else if (place !== null) moveTo(editor, key, place);
  }

  function cancel(): void {
    end();
    if (isDragging) announce(editor, movingWords.cancelled);
  }

  const { signal } = ending;
  press.preventDefault();
  grip.setPointerCapture(press.pointerId);
  grip.addEventListener(
    'pointermove',
    event => {
      y = event.clientY;
      const way = Math.hypot(event.clientX - press.clientX, y - press.clientY);
      if (!isDragging && way >= DRAG_BEGINS_PX) begin();
    },
    { signal },
  );
  grip.addEventListener('pointerup', drop, { signal });
  grip.addEventListener('pointercancel', cancel, { signal });
  window.addEventListener(
    'keydown',
    event => {
      if (event.key !== 'Escape') return;
      // Escape belongs to the drag, not to the focus mode or the dialog behind it.
      event.preventDefault();
      event.stopImmediatePropagation();
      cancel();
    },
    { signal, capture: true },
  );
}

const isAtPlace = (editor: LexicalEditor, key: NodeKey, place: ShownPlace): boolean =>
  editor.getEditorState().read(() => {
    const node = $getNodeByKey(key);
    return node === null || $isAt(node, place);
  });

/** Draws the line at a place, or takes it away. */
export function showLine(line: HTMLElement, place: ShownPlace | null): void {
  line.hidden = place === null;
  const layer = line.parentElement?.getBoundingClientRect();
  if (place === null || layer === undefined) return;
  line.style.left = `${place.left - layer.left}px`;
  line.style.width = `${place.width}px`;
  line.style.top = `${place.y - layer.top}px`;
}
