import { RichTextExtension } from '@lexical/rich-text';
import { defineExtension, mergeRegister } from 'lexical';
import { DateNode } from '../lines/DateNode.ts';
import { registerDayNotes } from '../lines/day-notes.ts';
import { FeelingsNode } from '../lines/FeelingsNode.ts';
import { LetterDaysExtension } from '../lines/letter-days.ts';
import { ScaleNode } from '../lines/ScaleNode.ts';
import { partedNodes } from './blocks.ts';
import { registerControls } from './controls.ts';
import { PartNode } from './PartNode.ts';
import { registerBlockRepairs } from './repair.ts';

/** The blocks of a letter that do something: their text is text, and what is drawn beside it works. */
export const BlocksExtension = defineExtension({
  name: 'amends/blocks',
  dependencies: [RichTextExtension, LetterDaysExtension],
  nodes: () => [PartNode, ...partedNodes, DateNode, FeelingsNode, ScaleNode],
  register: editor =>
    mergeRegister(registerBlockRepairs(editor), registerControls(editor), registerDayNotes(editor)),
});
