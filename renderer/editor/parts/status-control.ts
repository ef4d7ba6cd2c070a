import { COMMITMENT_STATUSES, type CommitmentStatus } from '#shared/domain/blocks.ts';
import { blockWords } from '../../words/blocks.ts';
import { makeChoice, makeChoices, showChoice } from '../choices.ts';
import { element, icon } from '../drawing.ts';
import { makeIsland } from '../island.ts';
import styles from './Parts.module.css';

interface DrawnStatus {
  readonly island: HTMLElement;
  readonly group: HTMLElement;
}

const drawn = new WeakMap<HTMLElement, DrawnStatus>();

// A sign beside each word, so that the state can be seen without its colour.
const SIGNS: Readonly<Record<CommitmentStatus, readonly string[]>> = {
  open: ['M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18'],
  kept: ['M20 6 9 17l-5-5'],
  missed: ['M5 12h14'],
  repaired: ['M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8', 'M3 3v5h5'],
};

/** How a commitment stands, as a row of radio buttons below its parts. */
export function createStatus(dom: HTMLElement, id: string): void {
  const island = makeIsland(element('div', styles['status']));
  island.dir = 'ltr';
  const label = element('span', styles['statusLabel'], blockWords.status.label);
  label.setAttribute('aria-hidden', 'true');
  const group = element('div', styles['statuses']);
  makeChoices(group, id, blockWords.status.label);
  group.append(
    ...COMMITMENT_STATUSES.map(status => {
      const button = element('button', styles['choice']);
      button.type = 'button';
      button.append(icon(...SIGNS[status]), blockWords.status.names[status]);
      return makeChoice(button, status);
    }),
  );
  island.append(label, group);
  dom.append(island);
  drawn.set(dom, { island, group });
}

/** The element that the parts of a commitment stand before. */
export const statusIn = (dom: HTMLElement): HTMLElement | null => drawn.get(dom)?.island ?? null;

/** Shows how it stands; named by its own words and what was promised. */
export function renderStatus(dom: HTMLElement, status: CommitmentStatus, whatId: string): void {
  const group = drawn.get(dom)?.group;
  if (group === undefined) return;
  if (dom.dataset['status'] !== status) dom.dataset['status'] = status;
  const name = `${group.id} ${whatId}`.trim();
  if (group.getAttribute('aria-labelledby') !== name) group.setAttribute('aria-labelledby', name);
  showChoice(group, status);
}
