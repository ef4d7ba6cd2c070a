import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { defineExtension } from 'lexical';
import { memo, useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import type { Document } from '#shared/domain/document.ts';
import { registerCounts, type Counts } from './counts.ts';
import { $loadDocument, LOAD_TAG } from './document/load.ts';
import styles from './Editor.module.css';
import { LetterExtension } from './extension.ts';
import { createHandle, type EditorHandle } from './handle.ts';
import letterStyles from './Letter.module.css';
import { LinkPopover } from './link/LinkPopover.tsx';
import { clearSearchMarks } from './search/reveal.ts';
import { Toolbar } from './toolbar/Toolbar.tsx';

export type { EditorHandle } from './handle.ts';

export interface EditorProps {
  /** Another entry is another editor, with a history of its own. */
  readonly entryId: string;
  /** Loaded once, outside the history. */
  readonly document: Document;
  /** Called for each edit of the content; it must be cheap. */
  readonly onChange: () => void;
  /** Called after a pause, in idle time. */
  readonly onCounts: (counts: Counts) => void;
  readonly showPrompts: boolean;
  /** What the screen puts at the right end of the toolbar. */
  readonly toolbarEnd?: ReactNode;
  /** Shown at the top of the sheet above the text. */
  readonly header: ReactNode;
  readonly onReady: (handle: EditorHandle) => void;
}

/** The letter: a toolbar, and a sheet on a desk to write on. */
export function Editor(props: EditorProps) {
  return <OneLetter key={props.entryId} {...props} />;
}

function OneLetter(props: EditorProps) {
  const { document, showPrompts, toolbarEnd, header, onChange, onCounts, onReady } = props;
  const [extension] = useState(() =>
    defineExtension({
      name: 'amends/entry',
      dependencies: [LetterExtension],
      $initialEditorState: () => $loadDocument(document),
    }),
  );
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      <div className={styles['editor']}>
        <Toolbar end={toolbarEnd} />
        <div className={styles['desk']}>
          <div className={styles['sheet']} data-prompts={showPrompts ? 'on' : 'off'}>
            <div className={styles['header']}>{header}</div>
            <Text />
          </div>
        </div>
        <LinkPopover />
        <Wiring onChange={onChange} onCounts={onCounts} onReady={onReady} />
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

type Listeners = Pick<EditorProps, 'onChange' | 'onCounts' | 'onReady'>;

/** Tells the screen what happens in the editor. */
function Wiring({ onChange, onCounts, onReady }: Listeners): null {
  const [editor] = useLexicalComposerContext();
  const changed = useEffectEvent(onChange);
  const counted = useEffectEvent(onCounts);
  const ready = useEffectEvent(onReady);
  useEffect(() => ready(createHandle(editor)), [editor]);
  useEffect(() => clearSearchMarks, []);
  useEffect(() => registerCounts(editor, counts => counted(counts)), [editor]);
  useEffect(
    () =>
      editor.registerUpdateListener(({ tags, dirtyElements, dirtyLeaves }) => {
        const isEdit = dirtyElements.size > 0 || dirtyLeaves.size > 0;
        if (isEdit && !tags.has(LOAD_TAG)) changed();
      }),
    [editor],
  );
  return null;
}
