import { useMemo, useRef, useState, type ComponentType, type FocusEvent } from 'react';
import { useStore } from 'zustand';
import type { Entry } from '#shared/domain/entry.ts';
import type { OpenedEntry } from '#shared/domain/sealing.ts';
import { useSettings, useShellInfo } from '../../api/queries.ts';
import { Editor, type EditorHandle } from '../../editor/Editor.tsx';
import { ui, useUi } from '../../state/ui-store.ts';
import { words } from '../../words/en.ts';
import styles from './EntryView.module.css';
import { FootBar } from './FootBar.tsx';
import { LetterActions } from './LetterActions.tsx';
import { LetterHeader } from './LetterHeader.tsx';
import { SaveBanner } from './SaveBanner.tsx';
import { useChangesElsewhere } from './use-changes-elsewhere.ts';
import { useOpenLetter } from './use-open-letter.ts';

/** What other features put around a letter. */
export interface LetterSurroundings {
  /** Its switches at the end of the toolbar. */
  readonly switches: ComponentType<{ readonly entry: Entry }>;
  /** What opens above the text to find something in it. */
  readonly finder: ComponentType<{ readonly editor: EditorHandle }>;
  /** What stands beside it. */
  readonly panel: ComponentType<{ readonly entry: Entry; readonly editor: EditorHandle }>;
}

interface LetterDeskProps extends LetterSurroundings {
  readonly entry: OpenedEntry;
  readonly reveal: readonly string[];
}

/** Never saved since it was made. */
const isNew = (entry: Entry): boolean => entry.version === 1;

/** A letter begins with its title; a check-in, which is known by its day, with its first question. */
const beginsWithTitle = (entry: Entry): boolean => isNew(entry) && entry.kind !== 'check-in';

/** The sheet with its tools above, its state below and its help beside it. Typing never renders it. */
export function LetterDesk(props: LetterDeskProps) {
  const { entry, reveal, switches: Switches, finder: Finder, panel: Panel } = props;
  const letter = useOpenLetter(entry);
  useChangesElsewhere(letter);
  const { showPrompts } = useSettings();
  const { locale } = useShellInfo();
  const focusMode = useUi(state => state.focusMode);
  const journeyId = useStore(letter.journey, state => state.id);
  const [editor, setEditor] = useState<EditorHandle | null>(null);
  const begun = useRef(false);
  const placed = useMemo(() => ({ ...entry, journeyId }), [entry, journeyId]);
  const header = useMemo(
    () => <LetterHeader entry={placed} letter={letter} begins={beginsWithTitle(entry)} />,
    [placed, letter, entry],
  );
  const tools = useMemo(
    () => (
      <>
        <Switches entry={placed} />
        <LetterActions entry={placed} />
      </>
    ),
    [placed, Switches],
  );

  function begin(handle: EditorHandle) {
    letter.editorIsReady(handle);
    setEditor(handle);
    if (begun.current) return;
    begun.current = true;
    if (reveal.length > 0 && handle.revealFirst(reveal)) return;
    if (!beginsWithTitle(entry)) handle.focus();
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
      <div className={styles['letter']}>
        <SaveBanner letter={letter} />
        <div className={styles['editor']}>
          <Editor
            entryId={entry.id}
            days={{ writtenOn: entry.writtenOn, locale }}
            document={entry.document}
            onChange={letter.saver.changed}
            onCounts={letter.setCounts}
            showPrompts={showPrompts}
            onWantFeelings={() => ui.showPanel('feelings')}
            toolbarEnd={tools}
            bar={editor !== null && <Finder editor={editor} />}
            header={header}
            onReady={begin}
          />
        </div>
        <FootBar letter={letter} />
      </div>
      {editor !== null && <Panel entry={placed} editor={editor} />}
    </article>
  );
}
