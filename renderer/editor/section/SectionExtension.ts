import { RichTextExtension } from '@lexical/rich-text';
import { defineExtension, mergeRegister } from 'lexical';
import { UnknownNode } from '../document/UnknownNode.ts';
import { registerBoundaries } from './boundaries.ts';
import { registerPrompts } from './prompts.ts';
import { registerRepairs } from './repair.ts';
import { SalutationNode } from './SalutationNode.ts';
import { SectionBodyNode } from './SectionBodyNode.ts';
import { SectionHeadingNode } from './SectionHeadingNode.ts';
import { SectionNode } from './SectionNode.ts';

/** The parts of a letter: salutation and sections, kept whole whatever is typed. */
export const SectionExtension = defineExtension({
  name: 'amends/section',
  dependencies: [RichTextExtension],
  nodes: () => [SalutationNode, SectionNode, SectionHeadingNode, SectionBodyNode, UnknownNode],
  register: editor =>
    mergeRegister(registerRepairs(editor), registerBoundaries(editor), registerPrompts(editor)),
});
