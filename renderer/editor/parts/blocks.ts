import { AnswerNode } from './AnswerNode.ts';
import { CommitmentNode } from './CommitmentNode.ts';
import { LadderNode } from './LadderNode.ts';
import { StatementNode } from './StatementNode.ts';

/** The blocks that are made of parts, by the names that `PARTS` gives them. */
export const partedNodes = [StatementNode, CommitmentNode, AnswerNode, LadderNode] as const;
