import { readDay, type DayReading } from '#shared/domain/day-text.ts';
import { blockWords } from '../../words/blocks.ts';
import { element } from '../drawing.ts';
import { makeIsland } from '../island.ts';
import styles from './Lines.module.css';

/** A day half typed is no mistake: what is wrong with it is said after a pause. */
const PAUSE_MS = 1200;

const timers = new WeakMap<HTMLElement, number>();

/** The place in which a line says how it is read as a day. */
export function createDayNote(): HTMLElement {
  const note = makeIsland(element('p', styles['note']));
  note.dir = 'ltr';
  note.dataset['dayNote'] = '';
  note.setAttribute('aria-live', 'polite');
  note.hidden = true;
  return note;
}

/** Says how a line of text is read as a day. A part may hold other words; a date may not. */
export function renderDayNote(
  dom: HTMLElement,
  text: string,
  isNew: boolean,
  isDate = false,
): void {
  const note = dom.querySelector<HTMLElement>('[data-day-note]');
  if (note === null) return;
  const reading = readDay(text);
  const words = wordsFor(reading, isDate);
  window.clearTimeout(timers.get(note));
  if (words === '' || reading.kind === 'day' || isNew) {
    show(note, words, reading.kind);
    return;
  }
  if (note.dataset['dayNote'] !== reading.kind) show(note, '', 'empty');
  timers.set(
    note,
    window.setTimeout(() => show(note, words, reading.kind), PAUSE_MS),
  );
}

function show(note: HTMLElement, words: string, kind: DayReading['kind']): void {
  note.dataset['dayNote'] = kind;
  if (note.textContent !== words) note.textContent = words;
  note.hidden = words === '';
}

function wordsFor(reading: DayReading, isDate: boolean): string {
  switch (reading.kind) {
    case 'empty':
      return '';
    case 'day':
      return longDay(reading.day);
    case 'ambiguous':
      return blockWords.date.ambiguous;
    case 'none':
      return isDate ? blockWords.date.none : '';
    default:
      return reading satisfies never;
  }
}

// English, as the words that are read are: "Friday 17 May 2026".
const long = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

const longDay = (day: string): string => long.format(new Date(`${day}T00:00:00Z`)).replace(',', '');
