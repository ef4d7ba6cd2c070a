import { movingWords } from '../../words/moving.ts';
import styles from './SectionTools.module.css';

/** The button of a section that opens its menu. It is drawn into the guide, beside the text. */
export function createToolsButton(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = styles['button'] ?? '';
  button.dataset['sectionTools'] = '';
  button.title = movingWords.actions;
  button.setAttribute('aria-label', movingWords.actions);
  button.setAttribute('aria-haspopup', 'menu');
  return button;
}

/** The button that a press was on, if it was on one. */
export const toolsButtonAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-section-tools]') : null;

/** The button of a section's element. */
export const toolsButtonIn = (section: HTMLElement | null): HTMLElement | null =>
  section?.querySelector<HTMLElement>('[data-section-tools]') ?? null;
