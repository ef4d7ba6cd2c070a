import { DOMRenderExtension, domOverride } from '@lexical/html';
import { $isListItemNode, $isListNode, ListExtension, ListItemNode } from '@lexical/list';
import {
  $getNearestNodeFromDOMNode,
  configExtension,
  defineExtension,
  isHTMLElement,
  mergeRegister,
  registerEventListeners,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
} from 'lexical';
import { boxIn, drawBox } from './check-box.ts';

/** Check lists whose boxes are real ones: ticked by a press, by Space, and by Ctrl+Enter in the text. */
export const CheckListExtension = defineExtension({
  name: 'amends/check-list',
  dependencies: [
    ListExtension,
    configExtension(DOMRenderExtension, {
      overrides: [
        domOverride([ListItemNode], {
          $decorateDOM: (item, _previous, dom) =>
            drawBox(dom, item.getKey(), $isCheckItem(item) ? item.getChecked() === true : null),
          $getDOMSlot: (_item, dom, $next) => $next().withAfter(boxIn(dom)),
        }),
      ],
    }),
  ],
  register: editor =>
    mergeRegister(
      editor.registerRootListener(root =>
        root === null
          ? undefined
          : registerEventListeners(root, {
              click: ({ target }) => toggle(editor, boxAt(target)),
              keydown: event => onKey(editor, event),
            }),
      ),
    ),
});

function $isCheckItem(item: ListItemNode): boolean {
  const list = item.getParent();
  const isCheck = $isListNode(list) && list.getListType() === 'check';
  return isCheck && !$isListNode(item.getFirstChild());
}

const boxAt = (target: EventTarget | null): HTMLElement | null =>
  isHTMLElement(target) ? target.closest<HTMLElement>('[data-check]') : null;

function toggle(editor: LexicalEditor, box: HTMLElement | null): void {
  if (box === null) return;
  editor.update(
    () => {
      const item = $getNearestNodeFromDOMNode(box);
      if ($isListItemNode(item)) item.toggleChecked();
    },
    // The focus stays on the box, and the page where it is.
    { tag: [SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
  );
}

function onKey(editor: LexicalEditor, event: KeyboardEvent): void {
  const box = boxAt(event.target);
  if (box === null) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === ' ') toggle(editor, box);
  else if (step !== undefined) boxBeside(box, step)?.focus();
  else return;
  event.preventDefault();
}

function boxBeside(box: HTMLElement, step: number): HTMLElement | undefined {
  const list = box.closest('ul');
  const boxes = [...(list?.querySelectorAll<HTMLElement>('[data-check]') ?? [])];
  return boxes[boxes.indexOf(box) + step];
}
