import { flushSync } from 'react-dom';

/** Marks the place whose controls follow each other; see `pressAndStay`. */
export const STAY = { 'data-stay': '' } as const;

/**
 * Does something that may take the pressed control away. If it had the focus, that goes to the
 * control that followed it, so that the keyboard does not begin anew at the top of the window.
 */
export function pressAndStay(control: HTMLElement, act: () => void): void {
  const hadFocus = control === document.activeElement;
  const place = control.closest('[data-stay]');
  const all = [...(place?.querySelectorAll<HTMLElement>('button, input, [tabindex="0"]') ?? [])];
  const following = all.slice(all.indexOf(control) + 1);
  flushSync(act);
  if (hadFocus && !control.isConnected) following.find(each => each.isConnected)?.focus();
}

/** For a press of the pointer: the caret stays in the text, except for a field to type in. */
export function keepCaret(event: {
  readonly target: EventTarget;
  readonly currentTarget: HTMLElement;
  readonly preventDefault: () => void;
}): void {
  const { target, currentTarget } = event;
  const isHere = target instanceof Element && currentTarget.contains(target);
  if (isHere && !(target instanceof HTMLInputElement && target.type === 'text')) {
    event.preventDefault();
  }
}
