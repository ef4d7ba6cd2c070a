import { describe, expect, test } from 'vitest';
import { actions } from '#shared/actions.ts';
import { actionFor } from '../../../renderer/actions/keys.ts';

const press = (key: string, code: string, held = '', altGraph = false) => ({
  key,
  code,
  ctrlKey: held.includes('C'),
  shiftKey: held.includes('S'),
  altKey: held.includes('A'),
  metaKey: held.includes('M'),
  getModifierState: (name: string) => name === 'AltGraph' && altGraph,
});

describe('which action a key press means', () => {
  test('letters go by what the keyboard writes', () => {
    expect(actionFor(press('l', 'KeyL', 'C'))).toBe('vault.lock');
    expect(actionFor(press('F', 'KeyF', 'CS'))).toBe('search.find');
    // Dvorak: the key in the place of P writes L.
    expect(actionFor(press('l', 'KeyP', 'C'))).toBe('vault.lock');
  });

  test('a keyboard without Latin letters goes by the place of the key', () => {
    expect(actionFor(press('ы', 'KeyS', 'C'))).toBe('entry.save');
  });

  test('digits go by their place, because Shift turns them into other characters', () => {
    expect(actionFor(press('&', 'Digit7', 'CS'))).toBe('format.numbered');
    expect(actionFor(press('/', 'Digit7', 'CS'))).toBe('format.numbered');
    expect(actionFor(press('&', 'Digit1', 'CA'))).toBe('format.heading1');
  });

  test('signs and function keys', () => {
    expect(actionFor(press(',', 'Comma', 'C'))).toBe('app.preferences');
    expect(actionFor(press('/', 'Slash', 'C'))).toBe('help.shortcuts');
    expect(actionFor(press('\\', 'Backslash', 'C'))).toBe('format.clear');
    expect(actionFor(press('F9', 'F9'))).toBe('view.focus');
  });

  test('every one of several keys counts', () => {
    expect(actionFor(press('y', 'KeyY', 'C'))).toBe('edit.redo');
    expect(actionFor(press('Z', 'KeyZ', 'CS'))).toBe('edit.redo');
  });

  test('typing, other modifiers and AltGr mean no action', () => {
    expect(actionFor(press('l', 'KeyL'))).toBeUndefined();
    expect(actionFor(press('l', 'KeyL', 'CM'))).toBeUndefined();
    expect(actionFor(press('l', 'KeyL', 'CA'))).toBeUndefined();
    expect(actionFor(press('@', 'KeyQ', 'CA', true))).toBeUndefined();
  });

  test('no two actions share their keys', () => {
    const keys = actions.flatMap(action => action.keys ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
