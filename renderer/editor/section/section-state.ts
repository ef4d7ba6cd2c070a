import { $getState, booleanValue, createState, stringValue, type LexicalNode } from 'lexical';
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
