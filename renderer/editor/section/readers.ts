import { $getState, $setState, createState, type LexicalNode } from 'lexical';
import { AUDIENCE_KEY, PassageMark, stricter } from '#shared/domain/audience.ts';
import { privateState } from './section-state.ts';

/**
 * Who may read a part of a letter, in the state of its node as `shared/domain/audience.ts` says. A
 * mark that a newer version wrote is kept as it is.
 */
const audienceState = createState(AUDIENCE_KEY, {
  parse: said => (typeof said === 'string' ? said : ''),
});

/** What the writer said of a section; null for one that everyone may read. */
export function $readersOf(section: LexicalNode): PassageMark | null {
  const said = $getState(section, audienceState);
  const mark = said === '' ? null : PassageMark.catch('not-needed').parse(said);
  return stricter(mark, $getState(section, privateState) ? 'private' : null);
}

/** Says who may read a section. "Private" stays the field that sections always had. */
export function $setReaders(section: LexicalNode, mark: PassageMark | null): void {
  $setState(section, privateState, mark === 'private');
  $setState(section, audienceState, mark === null || mark === 'private' ? '' : mark);
}
