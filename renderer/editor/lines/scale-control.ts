import { blockWords } from '../../words/blocks.ts';
import { makeChoice, makeChoices, showChoice } from '../choices.ts';
import { element } from '../drawing.ts';
import { makeIsland } from '../island.ts';
import type { ScaleData } from './scale-state.ts';
import styles from './Lines.module.css';

interface DrawnScale {
  readonly group: HTMLElement;
  readonly minLabel: HTMLElement;
  readonly maxLabel: HTMLElement;
  /** What its buttons were drawn for. */
  ends: string;
}

const drawn = new WeakMap<HTMLElement, DrawnScale>();

/** The numbers of a scale as radio buttons, between the words for its ends. */
export function createScale(dom: HTMLElement, id: string): void {
  const island = makeIsland(element('div', styles['scaleControl']));
  island.dir = 'ltr';
  const group = element('div', styles['numbers']);
  makeChoices(group, id, '');
  const minLabel = element('span', styles['end']);
  const maxLabel = element('span', styles['end']);
  const labels = element('div', styles['ends']);
  labels.setAttribute('aria-hidden', 'true');
  labels.append(minLabel, maxLabel);
  island.append(group, labels);
  dom.prepend(island);
  drawn.set(dom, { group, minLabel, maxLabel, ends: '' });
}

/** Brings a drawn scale up to date; it may run for every key typed beside it. */
export function renderScale(dom: HTMLElement, scale: ScaleData, describedBy: string): void {
  const parts = drawn.get(dom);
  if (parts === undefined) return;
  const { min, max, minLabel, maxLabel, value } = scale;
  const ends = JSON.stringify([min, max, minLabel, maxLabel, describedBy]);
  if (ends !== parts.ends) {
    parts.ends = ends;
    parts.minLabel.textContent = minLabel;
    parts.maxLabel.textContent = maxLabel;
    nameGroup(parts.group, scale, describedBy);
    parts.group.replaceChildren(...numbersOf(scale));
  }
  showChoice(parts.group, value === null ? null : String(value));
}

function nameGroup(group: HTMLElement, { min, max }: ScaleData, describedBy: string): void {
  group.setAttribute('aria-label', blockWords.scale.values(min, max));
  group.setAttribute('aria-labelledby', `${group.id} ${describedBy}`.trim());
}

function numbersOf({ min, max, minLabel, maxLabel }: ScaleData): HTMLElement[] {
  return Array.from({ length: max - min + 1 }, (_, index) => {
    const value = min + index;
    const button = element('button', styles['number'], String(value));
    button.type = 'button';
    const end = value === min ? minLabel : value === max ? maxLabel : '';
    if (end !== '') button.setAttribute('aria-label', blockWords.scale.end(value, end));
    return makeChoice(button, String(value));
  });
}
