import { $getState, $setState, createState, stringValue, type LexicalNode } from 'lexical';
import { PICTURE_WIDTHS, type PictureNodeJson, type PictureWidth } from '#shared/domain/blocks.ts';

const pixels = (json: unknown): number =>
  typeof json === 'number' && Number.isSafeInteger(json) && json > 0 ? json : 0;

/** What a picture carries besides its caption. The keys are a file format. */
const states = {
  picture: createState('picture', { parse: stringValue() }),
  description: createState('description', { parse: stringValue() }),
  width: createState('width', {
    parse: (json): PictureWidth => PICTURE_WIDTHS.find(width => width === json) ?? 100,
  }),
  naturalWidth: createState('naturalWidth', { parse: pixels }),
  naturalHeight: createState('naturalHeight', { parse: pixels }),
};

/**
 * Which reading of a file a picture waits for; '' once it is there. It lives in the editor only:
 * what is still being read is no part of the document.
 */
export const readingState = createState('reading', { parse: stringValue() });

export const pictureStateConfigs = [...Object.values(states), readingState].map(stateConfig => ({
  stateConfig,
  flat: true,
}));

export type PictureData = Pick<PictureNodeJson, keyof typeof states>;

export const NO_PICTURE_DATA: PictureData = {
  picture: '',
  description: '',
  width: 100,
  naturalWidth: 0,
  naturalHeight: 0,
};

export const $pictureDataOf = (node: LexicalNode): PictureData => ({
  picture: $getState(node, states.picture),
  description: $getState(node, states.description),
  width: $getState(node, states.width),
  naturalWidth: $getState(node, states.naturalWidth),
  naturalHeight: $getState(node, states.naturalHeight),
});

export function $setPictureData(node: LexicalNode, data: Partial<PictureData>): void {
  const all = { ...$pictureDataOf(node), ...data };
  $setState(node, states.picture, all.picture);
  $setState(node, states.description, all.description);
  $setState(node, states.width, all.width);
  $setState(node, states.naturalWidth, all.naturalWidth);
  $setState(node, states.naturalHeight, all.naturalHeight);
}
