import { $getState, $setState, createState, type LexicalNode } from 'lexical';
import { AUDIENCE_KEY, PassageMark } from '#shared/domain/audience.ts';

/** As `shared/domain/audience.ts` has it. A mark that a newer version wrote is kept as it is. */
const audienceState = createState(AUDIENCE_KEY, {
  parse: said => (typeof said === 'string' ? said : ''),
});

/** What was said of a node itself: who may read it, null for everyone. */
export function $saidOf(node: LexicalNode): PassageMark | null {
  const said = $getState(node, audienceState);
  return said === '' ? null : PassageMark.catch('not-needed').parse(said);
}

/** Says who may read a node. One of which it is said already stays untouched. */
export function $say(node: LexicalNode, mark: PassageMark | null): void {
  if ($getState(node, audienceState) !== (mark ?? '')) $setState(node, audienceState, mark ?? '');
}
