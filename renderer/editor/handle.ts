import { $getRoot, $getSelection, $isElementNode, type LexicalEditor, type NodeKey } from 'lexical';
import type { ActionId } from '#shared/actions.ts';
import type { PartOf } from '#shared/domain/blocks.ts';
import type { Day } from '#shared/domain/day.ts';
import type { Document } from '#shared/domain/document.ts';
import { watchOutline, type SectionOutline } from './beside/outline.ts';
import { goToPart, watchPlace, writeLine, type CaretPlace } from './beside/place.ts';
import { addSection, goToSection, type NewSection } from './beside/sections.ts';
import type { Watched } from './beside/watched.ts';
import { textOfBlocks } from './copy/to-plain.ts';
import { documentOf } from './document/save.ts';
import type { Hand } from './hand.ts';
import { letterDaysOf } from './lines/letter-days.ts';
import { performInEditor } from './perform.ts';
import { createFinder, type Finder } from './search/finder.ts';
import { revealFirst } from './search/reveal.ts';
import { $isSalutationNode } from './section/SalutationNode.ts';
import { $isSectionNode } from './section/SectionNode.ts';

export type { CaretPlace, NewSection, SectionOutline, Watched };

/** What the screen around the editor may ask of it. */
export interface EditorHandle {
  /** The document as it stands, for saving. Off the keystroke path: call when idle or at a save. */
  readonly toDocument: () => Document;
  readonly focus: () => void;
  /** The letter carries another day now: what is read by it is read anew. */
  readonly setWrittenOn: (day: Day) => void;
  /** Selects the first place where a word begins with one of these, and marks all such places. */
  readonly revealFirst: (words: readonly string[]) => boolean;
  /** Finds and replaces in the letter. */
  readonly finder: Finder;
  /** Carries out an action of the editor; false if it is not the editor's. */
  readonly perform: (action: ActionId) => boolean;
  /** The writer's text for "Copy text": plain text, blocks separated by blank lines. */
  readonly plainText: () => string;
  readonly hasFocus: () => boolean;
  /** Whether the last change of the text was made by the person, and not by itself. */
  readonly madeByHand: () => boolean;
  /** Where the caret is, or was when the text was left. Brought up to date after a pause, not per key. */
  readonly place: Watched<CaretPlace>;
  /** Writes the whole of the part or line of `place` anew, as one step to undo; in text it goes in at the caret. */
  readonly writeLine: (text: string) => void;
  /** Puts the caret at the end of a part of the statement it is in, or of the nearest one. */
  readonly goToPart: (part: PartOf<'statement'>) => void;
  /** The sections in their order. Brought up to date after a pause, not per key. */
  readonly outline: Watched<readonly SectionOutline[]>;
  /** Adds a section behind the last one that is there, and puts the caret into it. */
  readonly addSection: (section: NewSection) => void;
  readonly goToSection: (key: NodeKey) => void;
}

export function createHandle(editor: LexicalEditor, hand: Hand): EditorHandle {
  const place = watchPlace(editor);
  return {
    toDocument: () => documentOf(editor),
    focus: () => {
      editor.update($placeFirstCaret, { discrete: true });
      editor.focus();
    },
    setWrittenOn: day => {
      letterDaysOf(editor).writtenOn.value = day;
    },
    revealFirst: words => revealFirst(editor, words),
    finder: createFinder(editor, hand),
    perform: action => {
      hand.act();
      return performInEditor(editor, action);
    },
    plainText: () => textOfBlocks([documentOf(editor).root]),
    hasFocus: () => editor.getRootElement()?.contains(document.activeElement) ?? false,
    madeByHand: hand.madeLastChange,
    place,
    writeLine: text => {
      hand.act();
      writeLine(editor, place.get().line, text);
    },
    goToPart: part => goToPart(editor, part),
    outline: watchOutline(editor),
    addSection: section => {
      hand.act();
      addSection(editor, section);
    },
    goToSection: key => goToSection(editor, key),
  };
}

/** A letter that was just opened begins at its first unwritten part, else behind what is written. */
function $placeFirstCaret(): void {
  if ($getSelection() !== null) return;
  const blocks = $getRoot().getChildren();
  const blank = blocks.find(block => $isSectionNode(block) && block.getBody()?.isBlank() === true);
  const first = blocks[0];
  if ($isSalutationNode(first) && first.isEmpty()) first.select();
  else if ($isSectionNode(blank)) blank.getBody()?.selectStart();
  else if (blocks.some($isSectionNode) && $isElementNode(first)) first.selectStart();
  else $getRoot().selectEnd();
}
