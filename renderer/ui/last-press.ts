let wasPointer = false;

const listen = (name: 'pointerdown' | 'keydown', isPointer: boolean): void =>
  window.addEventListener(name, () => (wasPointer = isPointer), { capture: true, passive: true });

listen('pointerdown', true);
listen('keydown', false);

/** Whether the person last acted with the pointer, not with the keyboard. */
export const lastPressWasPointer = (): boolean => wasPointer;
