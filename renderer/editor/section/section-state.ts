import {
  $getState,
  $setState,
  booleanValue,
  createState,
  stringValue,
  type LexicalNode,
} from 'lexical';
import type { SectionNodeJson } from '#shared/domain/document.ts';

/** What a section carries besides its heading and body. The keys are a file format. */
const states = {
  sectionId: createState('sectionId', { parse: stringValue() }),
  sectionType: createState('sectionType', { parse: stringValue() }),
  prompt: createState('prompt', { parse: stringValue() }),
  hint: createState('hint', { parse: stringValue() }),
  starter: createState('starter', { parse: stringValue() }),
  private: createState('private', { parse: booleanValue() }),
  promptHidden: createState('promptHidden', { parse: booleanValue() }),
};

export const promptHiddenState = states.promptHidden;
export const privateState = states.private;

export const sectionStateConfigs = Object.values(states).map(stateConfig => ({
  stateConfig,
  flat: true,
}));

export type SectionData = Pick<SectionNodeJson, keyof typeof states>;

/** All of it, defaults included: Lexical leaves defaults out of its JSON, the file format does not. */
export function $sectionDataOf(node: LexicalNode): SectionData {
  return {
    sectionId: $getState(node, states.sectionId),
    sectionType: $getState(node, states.sectionType),
    prompt: $getState(node, states.prompt),
    hint: $getState(node, states.hint),
    starter: $getState(node, states.starter),
    private: $getState(node, states.private),
    promptHidden: $getState(node, states.promptHidden),
  };
}

export const NO_SECTION_DATA: SectionData = {
  sectionId: '',
  sectionType: 'text',
  prompt: '',
  hint: '',
  starter: '',
  private: false,
  promptHidden: false,
};

/** Gives a section what it carries; what is not named is as in a section of the writer's own. */
export function $setSectionData(node: LexicalNode, data: Partial<SectionData>): void {
  const all = { ...NO_SECTION_DATA, ...data };
  $setState(node, states.sectionId, all.sectionId);
  $setState(node, states.sectionType, all.sectionType);
  $setState(node, states.prompt, all.prompt);
  $setState(node, states.hint, all.hint);
  $setState(node, states.starter, all.starter);
  $setState(node, states.private, all.private);
  $setState(node, states.promptHidden, all.promptHidden);
}
