import type { PassageMark } from '#shared/domain/audience.ts';
import { blockWords } from '../../words/blocks.ts';
import { movingWords } from '../../words/moving.ts';
import { makeIsland } from '../island.ts';
import type { Listed } from '../parts/PartedNode.ts';
import styles from './Guide.module.css';
import { createToolsButton } from './section-tools.ts';

/** What stands around a section's text to help the writer. None of it is ever text of the letter. */
export interface Guide {
  readonly prompt: string;
  readonly hint: string;
  readonly starter: string;
  /** Who may read the section; null for everyone. */
  readonly readers: PassageMark | null;
  readonly promptHidden: boolean;
  /** The id of the section's heading, so that twelve buttons "Hide prompt" can be told apart. */
  readonly describedBy: string;
  readonly isBlank: boolean;
  /** What its last block is one of a list of: with words in it, another one may follow. */
  readonly listOf: Listed | null;
}

/** What a button of the guide asks for; read from its `data-guide`. */
export type GuideAction = 'toggle' | 'begin' | 'another';

interface GuideParts {
  readonly above: HTMLElement;
  readonly below: HTMLElement;
  readonly toggle: HTMLButtonElement;
  readonly tools: HTMLButtonElement;
  readonly mark: HTMLElement;
  readonly readers: HTMLElement;
  readonly words: HTMLElement;
  readonly prompt: HTMLElement;
  readonly hint: HTMLElement;
  readonly begin: HTMLElement;
  readonly starter: HTMLElement;
  readonly another: HTMLElement;
  readonly anotherName: HTMLElement;
  shown: Guide | null;
}

const partsOf = new WeakMap<HTMLElement, GuideParts>();

/** What every guide is copied from: a letter of forty sections is there sooner for it. */
let model: { readonly above: HTMLElement; readonly below: HTMLElement } | undefined;

function drawModel(): NonNullable<typeof model> {
  const above = element('div', styles['above']);
  const below = element('div', styles['below']);
  above.dataset['guideOf'] = 'above';
  below.dataset['guideOf'] = 'below';
  const mark = element('p', styles['mark']);
  mark.append(icon(LOCK), element('span', ''));
  const words = element('div', styles['words']);
  words.append(element('p', styles['prompt']), element('p', styles['hint']));
  const begin = button('begin', styles['begin']);
  begin.append(icon(PEN), wrapped('Begin with ', element('span', styles['starter'])));
  above.append(button('toggle', styles['toggle']), createToolsButton(), mark, words);
  const another = button('another', styles['begin']);
  another.append(icon(PLUS), element('span', ''));
  below.append(begin, another);
  return { above, below };
}

/** Draws an empty guide into a section body: one part above the text, one below. */
export function createGuide(bodyDom: HTMLElement, id: string): void {
  model ??= drawModel();
  const above = model.above.cloneNode(true) as HTMLElement;
  const below = model.below.cloneNode(true) as HTMLElement;
  // In the order of the model.
  const [toggle, tools, mark, words] = above.children as unknown as [
    HTMLButtonElement,
    HTMLButtonElement,
    HTMLElement,
    HTMLElement,
  ];
  const [prompt, hint] = words.children as unknown as [HTMLElement, HTMLElement];
  words.id = id;
  toggle.setAttribute('aria-controls', id);
  const [begin, another] = below.children as unknown as [HTMLElement, HTMLElement];
  bodyDom.append(makeIsland(above), makeIsland(below));
  partsOf.set(bodyDom, {
    above,
    below,
    toggle,
    tools,
    mark,
    readers: mark.lastElementChild as HTMLElement,
    words,
    prompt,
    hint,
    begin,
    starter: begin.querySelector('span > span') as HTMLElement,
    another,
    anotherName: another.lastElementChild as HTMLElement,
    shown: null,
  });
}

/** The elements that the text of a body stands between. */
export function guideParts(bodyDom: HTMLElement): {
  above: HTMLElement | null;
  below: HTMLElement | null;
} {
  const { above = null, below = null } = partsOf.get(bodyDom) ?? {};
  return { above, below };
}

/** Whether an element is part of a guide, not of the text. */
export const isInGuide = (target: HTMLElement): boolean =>
  target.closest('[data-guide-of]') !== null;

/** Brings a drawn guide up to date. It runs for every key typed, so it writes only what changed. */
export function renderGuide(bodyDom: HTMLElement, guide: Guide): void {
  const parts = partsOf.get(bodyDom);
  if (parts === undefined || (parts.shown !== null && isSame(parts.shown, guide))) return;
  parts.shown = guide;
  const hasWords = guide.prompt !== '' || guide.hint !== '';
  parts.prompt.textContent = guide.prompt;
  parts.hint.textContent = guide.hint;
  parts.hint.hidden = guide.hint === '';
  parts.words.hidden = guide.promptHidden || !hasWords;
  parts.mark.hidden = guide.readers === null;
  parts.readers.textContent = guide.readers && movingWords.readersNote[guide.readers];
  parts.toggle.hidden = !hasWords;
  parts.toggle.textContent = guide.promptHidden ? 'Show prompt' : 'Hide prompt';
  parts.toggle.setAttribute('aria-expanded', String(!guide.promptHidden));
  parts.toggle.setAttribute('aria-describedby', guide.describedBy);
  parts.tools.setAttribute('aria-describedby', guide.describedBy);
  parts.another.setAttribute('aria-describedby', guide.describedBy);
  if ('blank' in bodyDom.dataset !== guide.isBlank)
    bodyDom.toggleAttribute('data-blank', guide.isBlank);
  parts.begin.hidden = guide.starter === '' || !guide.isBlank;
  parts.another.hidden = guide.listOf === null;
  if (guide.listOf !== null) {
    parts.anotherName.textContent = blockWords.another[guide.listOf];
  }
  parts.below.hidden = parts.begin.hidden && parts.another.hidden;
  if (guide.starter === '') return;
  parts.starter.replaceChildren(`“${guide.starter.trimEnd()}`, gapAfter(guide.starter), '”');
}

const isSame = (a: Guide, b: Guide): boolean =>
  a.isBlank === b.isBlank &&
  a.listOf === b.listOf &&
  a.promptHidden === b.promptHidden &&
  a.prompt === b.prompt &&
  a.hint === b.hint &&
  a.starter === b.starter &&
  a.readers === b.readers &&
  a.describedBy === b.describedBy;

function element(tag: string, className: string | undefined): HTMLElement {
  const dom = document.createElement(tag);
  dom.className = className ?? '';
  return dom;
}

function button(action: GuideAction, className: string | undefined): HTMLButtonElement {
  const dom = document.createElement('button');
  dom.type = 'button';
  dom.className = className ?? '';
  dom.dataset['guide'] = action;
  return dom;
}

/** The space that a starter ends in: part of its name, and not drawn before the closing mark. */
function gapAfter(starter: string): HTMLElement {
  const dom = element('span', styles['gap']);
  dom.textContent = starter.slice(starter.trimEnd().length);
  return dom;
}

function wrapped(text: string, end: HTMLElement): HTMLElement {
  const dom = element('span', '');
  dom.append(text, end);
  return dom;
}

// Lucide's signs, drawn by hand: the guide lives inside the text, where React does not come.
const LOCK =
  'M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2zM7 11V7a5 5 0 0 1 10 0v4';
const PLUS = 'M5 12h14M12 5v14';
const PEN =
  'M13 21h8M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z';

function icon(path: string): SVGElement {
  const svgNamespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS(svgNamespace, 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}
