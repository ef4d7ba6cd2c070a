import { element } from '../drawing.ts';
import { makeIsland } from '../island.ts';
import styles from './Lines.module.css';

/** The place in which a line says how it is read as a day; `registerDayNotes` fills it. */
export function createDayNote(): HTMLElement {
  const note = makeIsland(element('p', styles['note']));
  note.dir = 'ltr';
  note.dataset['dayNote'] = '';
  note.setAttribute('aria-live', 'polite');
  note.hidden = true;
  return note;
}
