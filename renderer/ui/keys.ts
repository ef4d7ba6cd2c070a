import { actionOf, type ActionId } from '#shared/actions.ts';

export const isMac: boolean = navigator.platform.startsWith('Mac');

const macSigns: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Shift: '⇧',
  Alt: '⌥',
};

/** An accelerator in the words of the platform: "Ctrl Shift F", or "⌘⇧F" on a Mac. */
export function spellKeys(accelerator: string): string {
  const parts = accelerator.split('+');
  return isMac
    ? parts.map(part => macSigns[part] ?? part).join('')
    : parts.map(part => (part === 'CmdOrCtrl' ? 'Ctrl' : part)).join(' ');
}

/** The first keys of an action, spelt for the person; undefined when it has none. */
export function keysOf(id: ActionId): string | undefined {
  const first = actionOf(id).keys?.[0];
  return first === undefined ? undefined : spellKeys(first);
}
