import { useMemo, useRef, type FocusEvent } from 'react';
import type { Entry } from '#shared/domain/entry.ts';
import { useSettings } from '../../api/queries.ts';
import { Editor, type EditorHandle } from '../../editor/Editor.tsx';
import { useUi } from '../../state/ui-store.ts';
import { words } from '../../words/en.ts';
import styles from './EntryView.module.css';
import { FootBar } from './FootBar.tsx';
import { LetterActions } from './LetterActions.tsx';
import { LetterHeader } from './LetterHeader.tsx';
import { SaveBanner } from './SaveBanner.tsx';
import { useOpenLetter } from './use-open-letter.ts';

interface LetterDeskProps {
  readonly entry: Entry;
  readonly reveal: readonly string[];
}

/** Never saved since it was made. */
const isNew = (entry: Entry): boolean => entry.version === 1;

/** The sheet with its tools above and its state below. It renders once: typing never comes here. */
export function LetterDesk({ entry, reveal }: LetterDeskProps) {
  const letter = useOpenLetter(entry);
  const { showPrompts } = useSettings();
  const focusMode = useUi(state => state.focusMode);
  const begun = useRef(false);
  const header = useMemo(
    () => <LetterHeader entry={entry} letter={letter} begins={isNew(entry)} />,
    [entry, letter],
  );
  const actions = useMemo(() => <LetterActions entry={entry} />, [entry]);

  function begin(editor: EditorHandle) {
    letter.editorIsReady(editor);
    if (begun.current) return;
    begun.current = true;
    if (reveal.length > 0 && editor.revealFirst(reveal)) return;
    // A new letter begins with its title; any other where its text is.
    if (!isNew(entry)) editor.focus();
  }

  function restWhenLeft(event: FocusEvent) {
    if (!event.currentTarget.contains(event.relatedTarget)) void letter.saver.rest();
  }

  return (
    <article
      className={styles['desk']}
      data-focus-mode={focusMode || undefined}
      onBlur={restWhenLeft}
    >
      <h1 className="visually-hidden">{words.entry.heading}</h1>
      <SaveBanner letter={letter} />
      <div className={styles['editor']}>
        <Editor
          entryId={entry.id}
          document={entry.document}
          onChange={letter.saver.changed}
          onCounts={letter.setCounts}
          showPrompts={showPrompts}
          toolbarEnd={actions}
          header={header}
          onReady={begin}
        />
      </div>
      <FootBar letter={letter} />
    </article>
  );
}
