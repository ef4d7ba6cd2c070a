import { PICTURE_WIDTHS } from '#shared/domain/blocks.ts';
import { pictureWords } from '../../words/pictures.ts';
import { makeChoice, makeChoices, showChoice } from '../choices.ts';
import { controlButton, element, icon } from '../drawing.ts';
import { makeIsland } from '../island.ts';
import styles from './Picture.module.css';
import type { PictureData } from './picture-state.ts';

/** What is drawn above the caption. */
export interface Frame extends PictureData {
  readonly isReading: boolean;
  /** The id of the heading above, so that controls of the same name can be told apart. */
  readonly describedBy: string;
}

interface FrameParts {
  readonly box: HTMLElement;
  readonly image: HTMLImageElement;
  readonly note: HTMLElement;
  readonly cancel: HTMLButtonElement;
  readonly tools: HTMLElement;
  readonly widths: HTMLElement;
  readonly describe: HTMLButtonElement;
  readonly remove: HTMLButtonElement;
}

const partsOf = new WeakMap<HTMLElement, FrameParts>();

/** Draws an empty frame, and its tools, into the element of a picture. */
export function createFrame(dom: HTMLElement, key: string): void {
  const frame = makeIsland(element('div', styles['frame']));
  const box = element('div', styles['box']);
  const image = element('img', styles['image']);
  image.draggable = false;
  image.decoding = 'async';
  image.hidden = true;
  image.addEventListener('error', () => showBytes(dom, { state: 'broken' }));
  const note = element('p', styles['note']);
  const cancel = controlButton('cancel-picture', styles['cancel'], pictureWords.cancel);
  box.append(image, note, cancel);
  const tools = element('div', styles['tools']);
  tools.setAttribute('role', 'group');
  tools.setAttribute('aria-label', pictureWords.tools);
  const widths = createWidths(key);
  const describe = controlButton('describe-picture', styles['tool'], pictureWords.describe);
  describe.setAttribute('aria-haspopup', 'dialog');
  const remove = controlButton('remove-picture', styles['tool']);
  remove.setAttribute('aria-label', pictureWords.remove);
  remove.title = pictureWords.remove;
  remove.append(icon(...BIN));
  tools.append(widths, describe, remove);
  frame.append(box, tools);
  dom.append(frame);
  partsOf.set(dom, { box, image, note, cancel, tools, widths, describe, remove });
}

function createWidths(key: string): HTMLElement {
  const group = element('div', styles['widths']);
  makeChoices(group, `picture-width-${key}`, pictureWords.width);
  for (const width of PICTURE_WIDTHS.map(String)) {
    const choice = controlButton('picture-width', styles['choice'], pictureWords.percent(width));
    group.append(makeChoice(choice, width));
  }
  return group;
}

/** Brings a drawn frame up to date. It runs for every key typed in the caption. */
export function renderFrame(dom: HTMLElement, frame: Frame): void {
  const parts = partsOf.get(dom);
  if (parts === undefined) return;
  const { box, image, cancel, tools, widths, describe, remove } = parts;
  set(dom, 'data-width', String(frame.width));
  if (frame.isReading) showState(dom, parts, 'reading');
  else if ((dom.dataset['state'] ?? 'reading') === 'reading') showState(dom, parts, 'loading');
  const ratio = frame.naturalWidth > 0 ? `${frame.naturalWidth} / ${frame.naturalHeight}` : '3 / 2';
  if (box.style.aspectRatio !== ratio) box.style.aspectRatio = ratio;
  set(image, 'alt', frame.description.trim() || pictureWords.noDescription);
  cancel.hidden = !frame.isReading;
  tools.hidden = frame.isReading;
  showChoice(widths, String(frame.width));
  const isDescribed = frame.description.trim() !== '';
  describe.toggleAttribute('data-empty', !isDescribed);
  set(describe, 'aria-label', isDescribed ? pictureWords.describe : pictureWords.describeEmpty);
  for (const button of [describe, remove, cancel])
    set(button, 'aria-describedby', frame.describedBy);
}

/** What became of the bytes of a picture. */
export type Bytes =
  | { readonly state: 'loading' }
  | { readonly state: 'shown'; readonly url: string }
  | { readonly state: 'missing' }
  | { readonly state: 'broken' };

/** Shows the picture itself, or says why it is not there; its place stays as large as it is. */
export function showBytes(dom: HTMLElement, bytes: Bytes): void {
  const parts = partsOf.get(dom);
  if (parts === undefined) return;
  const { image } = parts;
  showState(dom, parts, bytes.state);
  if (bytes.state === 'shown') image.src = bytes.url;
  else image.removeAttribute('src');
}

function showState(dom: HTMLElement, { image, note }: FrameParts, state: State): void {
  if (dom.dataset['state'] === state) return;
  dom.dataset['state'] = state;
  image.hidden = state !== 'shown';
  note.textContent = NOTES[state];
}

type State = Bytes['state'] | 'reading';

const NOTES = {
  reading: pictureWords.reading,
  loading: '',
  shown: '',
  missing: pictureWords.missing,
  broken: pictureWords.broken,
} as const satisfies Record<State, string>;

function set(dom: HTMLElement, attribute: string, value: string): void {
  if (dom.getAttribute(attribute) !== value) dom.setAttribute(attribute, value);
}

/** Lucide's "trash-2". */
const BIN = [
  'M10 11v6M14 11v6',
  'M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6',
  'M3 6h18',
  'M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2',
];
