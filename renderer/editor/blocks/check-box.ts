import { makeIsland } from '../island.ts';
import styles from './CheckBox.module.css';

const boxes = new WeakMap<HTMLElement, HTMLElement>();

/** The box drawn at the start of an item of a check list; null for any other item. */
export const boxIn = (item: HTMLElement): HTMLElement | null => boxes.get(item) ?? null;

/**
 * Draws the box of an item, or takes it away. A box of its own, because a list item that is a check
 * box as a whole hides its text from those who listen to it.
 */
export function drawBox(item: HTMLElement, key: string, checked: boolean | null): void {
  for (const attribute of ['role', 'tabindex', 'aria-checked']) item.removeAttribute(attribute);
  if (checked === null) {
    boxIn(item)?.remove();
    boxes.delete(item);
    return;
  }
  const box = boxIn(item) ?? createBox(item, `item-${key}`);
  const state = String(checked);
  if (box.getAttribute('aria-checked') !== state) box.setAttribute('aria-checked', state);
}

function createBox(item: HTMLElement, id: string): HTMLElement {
  const box = makeIsland(document.createElement('span'));
  box.className = styles['box'] ?? '';
  box.dataset['check'] = '';
  box.tabIndex = 0;
  box.setAttribute('role', 'checkbox');
  box.setAttribute('aria-labelledby', id);
  item.id = id;
  item.prepend(box);
  boxes.set(item, box);
  return box;
}
