import { actions, type ActionId } from '#shared/actions.ts';
import { isMac } from '../ui/keys.ts';

interface Accelerator {
  readonly id: ActionId;
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** The key at its end, in lower case. */
  readonly key: string;
}

type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'getModifierState'
>;

const accelerators: readonly Accelerator[] = actions.flatMap(({ id, keys = [] }) =>
  keys.map(accelerator => {
    const parts = accelerator.split('+');
    return {
      id,
      mod: parts.includes('CmdOrCtrl'),
      shift: parts.includes('Shift'),
      alt: parts.includes('Alt'),
      key: (parts.at(-1) ?? '').toLowerCase(),
    };
  }),
);

/** The action that a key press asks for; undefined for ordinary typing. */
export function actionFor(press: KeyPress): ActionId | undefined {
  // AltGr writes characters on many keyboards, and reports itself as Ctrl and Alt on Windows.
  if (press.getModifierState('AltGraph')) return undefined;
  const [mod, otherMod] = isMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (otherMod) return undefined;
  return accelerators.find(
    accelerator =>
      accelerator.mod === mod &&
      accelerator.shift === press.shiftKey &&
      accelerator.alt === press.altKey &&
      isKey(press, accelerator.key),
  )?.id;
}

/** Accelerators name the arrows shorter than the keyboard does. */
const ARROWS: Readonly<Record<string, string>> = { up: 'arrowup', down: 'arrowdown' };

/**
 * Digits go by their place, because Shift turns them into other characters. Letters go by what the
 * keyboard writes, and by their place where it writes no Latin letters.
 */
function isKey({ key, code }: KeyPress, wanted: string): boolean {
  if (/^\d$/.test(wanted)) return code === `Digit${wanted}`;
  if (/^[a-z]$/.test(wanted)) {
    const written = key.toLowerCase();
    return /^[a-z]$/.test(written) ? written === wanted : code === `Key${wanted.toUpperCase()}`;
  }
  return key.toLowerCase() === (ARROWS[wanted] ?? wanted);
}
