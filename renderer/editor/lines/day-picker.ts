import { Day } from '#shared/domain/day.ts';
import { blockWords } from '../../words/blocks.ts';
import { controlButton, element, icon } from '../drawing.ts';
import { makeIsland } from '../island.ts';
import styles from './Lines.module.css';

const CALENDAR = [
  'M8 2v4M16 2v4M3 10h18',
  'M5 4h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z',
];

interface DayPicker {
  /** The day that stands there now. */
  readonly current: () => Day | null;
  readonly onDay: (day: Day) => void;
}

/** A button that opens a small calendar field in its place. */
export function createDayPicker({ current, onDay }: DayPicker): HTMLElement {
  const island = makeIsland(element('div', styles['picker']));
  island.dir = 'ltr';
  const button = controlButton('day', styles['button'], blockWords.date.choose);
  button.prepend(icon(...CALENDAR));
  button.setAttribute('aria-expanded', 'false');
  island.append(button);

  function open(): void {
    const { form, field } = createField(close);
    field.value = current() ?? '';
    button.hidden = true;
    button.setAttribute('aria-expanded', 'true');
    island.append(form);
    field.focus();
  }

  /** While it is typed a date passes through years such as 0002; it counts when the person is done. */
  function close(typed: string | null): void {
    const day = Day.safeParse(typed);
    island.replaceChildren(button);
    button.hidden = false;
    button.setAttribute('aria-expanded', 'false');
    button.focus();
    if (day.success) onDay(day.data);
  }

  button.addEventListener('click', open);
  return island;
}

function createField(close: (typed: string | null) => void): {
  form: HTMLElement;
  field: HTMLInputElement;
} {
  const form = element('span', styles['field']);
  const field = element('input', styles['input']);
  field.type = 'date';
  field.setAttribute('aria-label', blockWords.date.chosen);
  const done = controlButton('day-done', styles['done'], blockWords.date.done);
  done.addEventListener('click', () => close(field.value));
  form.append(field, done);
  form.addEventListener('keydown', event => {
    const leaves = event.key === 'Escape' || (event.key === 'Enter' && event.target === field);
    if (!leaves) return;
    event.preventDefault();
    event.stopPropagation();
    close(event.key === 'Enter' ? field.value : null);
  });
  return { form, field };
}
