import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { COMMAND_PRIORITY_EDITOR, configExtension, defineExtension } from 'lexical';
import { memo, useEffect, useEffectEvent, useLayoutEffect, useState, type ReactNode } from 'react';
import type { Document } from '#shared/domain/document.ts';
import { registerCounts, type Counts } from './counts.ts';
import { $loadDocument, LOAD_TAG } from './document/load.ts';
import styles from './Editor.module.css';
import { LetterExtension } from './extension.ts';
import { createHand, type Hand } from './hand.ts';
import { createHandle, type EditorHandle } from './handle.ts';
import letterStyles from './Letter.module.css';
import { WANT_FEELINGS_COMMAND } from './lines/FeelingsNode.ts';
import { LetterDaysExtension, type LetterDays } from './lines/letter-days.ts';
import { LinkPopover } from './link/LinkPopover.tsx';
import { clearSearchMarks } from './search/reveal.ts';
import { registerLayOutLater } from './opening/lay-out-later.ts';
import { MoveLayer } from './move/MoveLayer.tsx';
import { DescribePicture } from './picture/DescribePicture.tsx';
import { SectionTools } from './section/SectionTools.tsx';
import { Toolbar } from './toolbar/Toolbar.tsx';

export type { EditorHandle } from './handle.ts';
export type { Finder } from './search/finder.ts';

export interface EditorProps {
  /** Another entry is another editor, with a history of its own. */
  readonly entryId: string;
  /** By what the days in it are read; a new day of the letter comes by `EditorHandle`. */
  readonly days: LetterDays;
  /** Loaded once, outside the history. */
  readonly document: Document;
  /** Called for each edit of the content; it must be cheap. */
  readonly onChange: () => void;
  /** Called after a pause, in idle time. */
  readonly onCounts: (counts: Counts) => void;
  readonly showPrompts: boolean;
  /** The person wants to look feelings up, for the line that the caret is in. */
  readonly onWantFeelings?: () => void;
  /** What the screen puts at the right end of the toolbar. */
  readonly toolbarEnd?: ReactNode;
  /** What the screen opens between the toolbar and the sheet. */
  readonly bar?: ReactNode;
  /** Shown at the top of the sheet above the text. */
  readonly header: ReactNode;
  readonly onReady: (handle: EditorHandle) => void;
}

/** The letter: a toolbar, and a sheet on a desk to write on. */
export function Editor(props: EditorProps) {
  return <OneLetter key={props.entryId} {...props} />;
}

function OneLetter(props: EditorProps) {
  const { document, days, showPrompts, toolbarEnd, bar, header } = props;
  const [extension] = useState(() =>
    defineExtension({
      name: 'amends/entry',
      dependencies: [LetterExtension, configExtension(LetterDaysExtension, days)],
      $initialEditorState: () => $loadDocument(document),
    }),
  );
  const [hand] = useState(createHandOnce);
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      <div
        className={styles['editor']}
        onKeyDownCapture={hand.act}
        onPointerDownCapture={hand.act}
        onPointerUpCapture={hand.act}
        onCutCapture={hand.act}
        onDropCapture={hand.act}
      >
        <Toolbar end={toolbarEnd} />
        {bar}
        <div className={styles['desk']}>
          <div className={styles['sheet']} data-prompts={showPrompts ? 'on' : 'off'}>
            <div className={styles['header']}>{header}</div>
            <Text />
            <MoveLayer />
          </div>
        </div>
        <LinkPopover />
        <SectionTools />
        <DescribePicture />
        <Wiring listeners={props} hand={hand} />
      </div>
    </LexicalExtensionComposer>
  );
}

// Nothing around the text may make React look at the text again.
const Text = memo(function Text() {
  return (
    <ContentEditable
      className={letterStyles['letter']}
      aria-label="Letter"
      aria-multiline
      spellCheck={false}
    />
  );
});

const createHandOnce = (): Hand => createHand();

type Listeners = Pick<EditorProps, 'onChange' | 'onCounts' | 'onReady' | 'onWantFeelings'>;

interface WiringProps {
  readonly listeners: Listeners;
  readonly hand: Hand;
}

/** Tells the screen what happens in the editor. */
function Wiring({ listeners, hand }: WiringProps): null {
  const [editor] = useLexicalComposerContext();
  const changed = useEffectEvent(listeners.onChange);
  const counted = useEffectEvent(listeners.onCounts);
  const ready = useEffectEvent(listeners.onReady);
  const wantsFeelings = useEffectEvent(() => listeners.onWantFeelings?.());
  useEffect(() => ready(createHandle(editor, hand)), [editor, hand]);
  // Dictation and other ways of writing press no key.
  useEffect(
    () =>
      editor.registerRootListener((root, before) => {
        before?.removeEventListener('beforeinput', hand.act);
        root?.addEventListener('beforeinput', hand.act);
      }),
    [editor, hand],
  );
  // Before the first paint: it decides what of the letter is laid out for it.
  useLayoutEffect(() => registerLayOutLater(editor), [editor]);
  useEffect(() => clearSearchMarks, []);
  useEffect(
    () =>
      editor.registerCommand(
        WANT_FEELINGS_COMMAND,
        () => {
          wantsFeelings();
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    [editor],
  );
  useEffect(() => registerCounts(editor, counts => counted(counts)), [editor]);
  useEffect(
    () =>
      editor.registerUpdateListener(({ tags, dirtyElements, dirtyLeaves }) => {
        const isEdit = dirtyElements.size > 0 || dirtyLeaves.size > 0;
        if (!isEdit || tags.has(LOAD_TAG)) return;
        hand.textChanged();
        changed();
      }),
    [editor, hand],
  );
  return null;
}
