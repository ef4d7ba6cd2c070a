import type { LexicalEditor } from 'lexical';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { catchUpWithCaret, isInText, releaseCaret } from '../caret.ts';
import { ASIDE_STEP } from '../choices.ts';
import type { Hand } from '../hand.ts';
import {
  $edgeOfSelection,
  $firstFrom,
  $hitsOf,
  $lastUpTo,
  $selectedWords,
  type LetterHit,
} from './hits.ts';
import { bringIntoView, clearMarks, markAll, makeRoomAbove, markCurrent } from './marks.ts';
import type { Wanted } from './match.ts';
import { $selectFound, type Place } from './places.ts';
import { $replaceAndGoBehind, $replaceFound } from './replace.ts';
import { clearSearchMarks } from './reveal.ts';
import { createWatch } from './watch.ts';

/** What happened last, apart from the count. */
export type FindNote =
  | { readonly kind: 'from-top' | 'from-end' | 'kept' }
  | { readonly kind: 'replaced'; readonly count: number; readonly kept: number };

export interface FindState {
  readonly isOpen: boolean;
  readonly withReplace: boolean;
  /** Another object with every wish, so that the field which it is for takes the focus again. */
  readonly asked: { readonly for: 'find' | 'replace' };
  readonly wanted: Wanted;
  readonly count: number;
  /** Which of them the person is at, from 0; -1 at none. */
  readonly current: number;
  readonly note: FindNote | null;
  /** It is so because the person asked, and not because the letter was edited. */
  readonly isAnswer: boolean;
}

/** Finds and replaces in the open letter. Without being opened it does nothing at all. */
export interface Finder {
  readonly state: StoreApi<FindState>;
  readonly open: (withReplace: boolean) => void;
  readonly toggleReplace: () => void;
  readonly search: (change: Partial<Wanted>) => void;
  /** Goes to the next place or the one before, and round; closed, it opens. */
  readonly goOn: (direction: 1 | -1) => void;
  readonly replace: (by: string) => void;
  /** As one step to undo. */
  readonly replaceAll: (by: string) => void;
  /** What shows the state is so high now: the text stays where it was, and the place in view. */
  readonly makeRoom: (height: number) => void;
  /** Closes, and leads back into the letter, to the place that was found. */
  readonly close: () => void;
  /** Forgets all that was looked for and found, and takes the marks away. */
  readonly forget: () => void;
}

const NOTHING = { isOpen: false, withReplace: false, count: 0, current: -1, note: null } as const;

export function createFinder(editor: LexicalEditor, hand: Hand): Finder {
  const state = createStore<FindState>(() => ({
    ...NOTHING,
    asked: { for: 'find' },
    wanted: { text: '', matchCase: false, wholeWords: false },
    isAnswer: false,
  }));
  const watch = createWatch(editor, () => look('after an edit'));
  let hits: readonly LetterHit[] = [];
  /** From where on the next hit is looked for. */
  let from: Place | null = null;
  let room = 0;

  const read = <T>($read: () => T): T => editor.read($read);
  const current = (): LetterHit | undefined => hits[state.getState().current];

  function look(why: 'asked' | 'after an edit'): void {
    watch.seen();
    const before = { count: hits.length, at: state.getState().current, hit: current() };
    hits = read(() => $hitsOf(state.getState().wanted));
    state.setState({ count: hits.length, note: null, isAnswer: why === 'asked' });
    markAll(editor, hits);
    if (why === 'asked') goTo(firstFrom(from), true);
    else
      goTo(before.count === hits.length ? before.at : firstFrom(before.hit?.start ?? from), false);
  }

  /** The first hit behind a place, and round; -1 only when there is none at all. */
  function firstFrom(place: Place | null): number {
    const first = place === null ? 0 : read(() => $firstFrom(hits, place));
    return hits.length === 0 ? -1 : Math.max(first, 0);
  }

  function goTo(index: number, showsIt: boolean): void {
    state.setState({ current: index });
    const hit = current();
    markCurrent(editor, hit);
    if (hit !== undefined && showsIt) bringIntoView(editor, hit);
  }

  /** The letter may have been edited since the marks were made. */
  const catchUp = (): void => {
    if (watch.isBehind()) look('after an edit');
  };

  function step(direction: 1 | -1): void {
    catchUp();
    if (hits.length === 0) return;
    const isWriting = isInText(editor);
    const next = isWriting ? beside(direction) : state.getState().current + direction;
    const isOver = next < 0 || next >= hits.length;
    goTo(isOver ? (direction === 1 ? 0 : hits.length - 1) : next, true);
    const note = isOver ? ({ kind: direction === 1 ? 'from-top' : 'from-end' } as const) : null;
    state.setState({ note, isAnswer: true });
    const hit = current();
    from = hit?.start ?? from;
    if (isWriting && hit !== undefined) editor.update(() => $selectFound(hit), { discrete: true });
  }

  /** The hit beside the caret; -1 or beyond the last when there is none. */
  function beside(direction: 1 | -1): number {
    catchUpWithCaret(editor);
    return read(() => {
      const place = $edgeOfSelection(direction === 1 ? 'end' : 'start');
      if (place === null) return direction === 1 ? 0 : -1;
      if (direction === -1) return $lastUpTo(hits, place);
      const first = $firstFrom(hits, place);
      return first === -1 ? hits.length : first;
    });
  }

  function write($run: () => void): void {
    hand.act();
    releaseCaret(editor);
    editor.update($run, { discrete: true, tag: ASIDE_STEP });
  }

  function replace(by: string): void {
    catchUp();
    const hit = current();
    if (hit === undefined) return;
    if (hit.isKept) {
      step(1);
      state.setState({ note: { kind: 'kept' } });
      return;
    }
    const at = state.getState().current;
    write(() => $replaceAndGoBehind(hit, asOneLine(by)));
    from = read(() => $edgeOfSelection('end'));
    look('asked');
    const isOver = hits.length > 0 && state.getState().current < at;
    if (isOver) state.setState({ note: { kind: 'from-top' } });
  }

  function replaceAll(by: string): void {
    catchUp();
    const replaced = hits.filter(hit => !hit.isKept);
    const kept = hits.length - replaced.length;
    if (replaced.length > 0) {
      // From behind, so that the places of the others stay what they are.
      write(() => replaced.toReversed().forEach(hit => $replaceFound(hit, asOneLine(by))));
      look('asked');
    }
    state.setState({ note: { kind: 'replaced', count: replaced.length, kept }, isAnswer: true });
  }

  function open(withReplace: boolean): void {
    const { isOpen, wanted } = state.getState();
    catchUpWithCaret(editor);
    const words = isInText(editor) ? read($selectedWords) : '';
    if (!isOpen) {
      clearSearchMarks();
      watch.start();
    }
    if (!isOpen || words !== '') from = read(() => $edgeOfSelection('start'));
    state.setState({
      isOpen: true,
      withReplace: withReplace || state.getState().withReplace,
      asked: { for: withReplace ? 'replace' : 'find' },
      wanted: words === '' ? wanted : { ...wanted, text: words },
    });
    look('asked');
  }

  function forget(): void {
    watch.stop();
    clearMarks();
    hits = [];
    from = null;
    state.setState(({ wanted }) => ({ ...NOTHING, wanted: { ...wanted, text: '' } }));
  }

  return {
    state,
    open,
    replace,
    replaceAll,
    forget,
    goOn(direction) {
      if (state.getState().isOpen) step(direction);
      else open(false);
    },
    toggleReplace() {
      if (state.getState().withReplace) state.setState({ withReplace: false });
      else open(true);
    },
    search(change) {
      state.setState(({ wanted }) => ({ wanted: { ...wanted, ...change } }));
      look('asked');
    },
    makeRoom(height) {
      const place = current() ?? (from === null ? null : { start: from, end: from });
      makeRoomAbove(editor, height - room, place);
      room = height;
    },
    close() {
      catchUp();
      const hit = isInText(editor) ? undefined : current();
      forget();
      if (hit !== undefined) editor.update(() => $selectFound(hit), { discrete: true });
      editor.focus();
    },
  };
}

/** A field may be pasted a tab into. */
const asOneLine = (text: string): string => text.replaceAll(/[\t\n\v\f\r\u2028\u2029]/g, ' ');
