import { $create } from 'lexical';
import { AnswerNode } from './AnswerNode.ts';
import { CommitmentNode } from './CommitmentNode.ts';
import { $withParts, type Listed, type PartedNode } from './PartedNode.ts';

/** The next one of a list of promises or of points, with nothing in it yet. */
export const $nextListed = (listed: Listed): PartedNode =>
  $withParts(listed === 'answer' ? $create(AnswerNode) : $create(CommitmentNode));
