import { useEffect } from 'react';
import { ui, useUi } from '../state/ui-store.ts';
import { actionFor } from './keys.ts';
import { saveAndLetGo } from './navigate.ts';
import { perform } from './perform.ts';

/**
 * Connects keys and the native menu to actions. The menu shows the keys and leaves them to the page,
 * so a key press arrives here once, before any control in the page sees it.
 */
export function useActionKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return;
      const id = actionFor(event);
      if (id === undefined || !perform(id, 'key')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    window.addEventListener('keydown', leaveFocusModeOnEscape);
    const unsubscribe = window.bridge.subscribe(event => {
      if (event.type === 'action') perform(event.id, 'menu');
      if (event.type === 'flush') void saveAndLetGo(event.asked);
      if (event.type === 'vault-gone') ui.setVaultGone();
    });
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      window.removeEventListener('keydown', leaveFocusModeOnEscape);
      unsubscribe();
    };
  }, []);
}

/** Escape belongs to open menus and dialogs first: they stop it, or mark it as used. */
function leaveFocusModeOnEscape(event: KeyboardEvent): void {
  const { focusMode, dialogs, printing } = useUi.getState();
  const isFree = dialogs.length === 0 && printing === null && !event.defaultPrevented;
  if (event.key === 'Escape' && focusMode && isFree) ui.leaveFocusMode();
}
