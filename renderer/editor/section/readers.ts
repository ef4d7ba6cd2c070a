import { $getState, $setState, type LexicalNode } from 'lexical';
import { stricter, type PassageMark } from '#shared/domain/audience.ts';
import { $saidOf, $say } from '../readers/state.ts';
import { privateState } from './section-state.ts';

/** What the writer said of a section; null for one that everyone may read. */
export const $readersOf = (section: LexicalNode): PassageMark | null =>
  stricter($saidOf(section), $getState(section, privateState) ? 'private' : null);

/** Says who may read a section. "Private" stays the field that sections always had. */
export function $setReaders(section: LexicalNode, mark: PassageMark | null): void {
  $setState(section, privateState, mark === 'private');
  $say(section, mark === 'private' ? null : mark);
}
