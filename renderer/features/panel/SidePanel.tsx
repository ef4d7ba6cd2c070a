import { useEffect, useLayoutEffect, useRef, type ComponentType, type KeyboardEvent } from 'react';
import type { Entry } from '#shared/domain/entry.ts';
import type { EditorHandle } from '../../editor/Editor.tsx';
import { ui, useUi, type PanelName } from '../../state/ui-store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { lastPressWasPointer } from '../../ui/last-press.ts';
import { panelWords } from '../../words/panel.ts';
import { AreasPanel, hasAreas } from './AreasPanel.tsx';
import { GuidePanel } from './GuidePanel.tsx';
import styles from './SidePanel.module.css';

export interface SidePanelProps {
  readonly entry: Entry;
  readonly editor: EditorHandle;
  /** Words for feelings; they are a feature of their own. */
  readonly feelings: ComponentType<{ readonly editor: EditorHandle }>;
  /** Earlier texts of the letter; they are a feature of their own. */
  readonly history: ComponentType<{ readonly entry: Entry }>;
}

/** What helps beside the letter: the guide, the feelings, the areas of an impact map, or its history. */
export function SidePanel(props: SidePanelProps) {
  const panel = useUi(state => (state.focusMode ? null : state.panel));
  const { entry } = props;
  // A map is made of its areas: a new one would be an empty page without them.
  const isNewMap = hasAreas(entry) && entry.version === 1;
  useEffect(() => {
    if (isNewMap) ui.offerPanel('areas');
  }, [isNewMap]);
  if (panel === null) return null;
  // The areas belong to one kind of letter, and the panel may still be open from another.
  const shown = panel === 'areas' && !hasAreas(entry) ? 'guide' : panel;
  return <OpenPanel {...props} shown={shown} />;
}

function OpenPanel({
  entry,
  editor,
  feelings: Feelings,
  history: History,
  shown,
}: SidePanelProps & { readonly shown: PanelName }) {
  const aside = useRef<HTMLElement>(null);
  const tabs = (['guide', 'feelings', 'areas', 'history'] as const).filter(
    name => name !== 'areas' || hasAreas(entry),
  );
  useFocusInside(aside, editor);
  useEffect(() => {
    window.addEventListener('keydown', closeWhenInTheWay);
    return () => window.removeEventListener('keydown', closeWhenInTheWay);
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    ui.closePanel();
  }

  return (
    <aside
      ref={aside}
      className={styles['panel']}
      aria-label={panelWords.label}
      onKeyDown={onKeyDown}
    >
      <div className={styles['head']}>
        <Tabs names={tabs} shown={shown} />
        <IconButton icon="close" label={panelWords.close} keys="Esc" onClick={ui.closePanel} />
      </div>
      <div
        key={shown}
        id="panel-body"
        role="tabpanel"
        aria-labelledby={`panel-${shown}`}
        className={styles['body']}
        tabIndex={0}
      >
        {shown === 'guide' && <GuidePanel entry={entry} editor={editor} />}
        {shown === 'feelings' && <Feelings editor={editor} />}
        {shown === 'areas' && <AreasPanel entry={entry} editor={editor} />}
        {shown === 'history' && <History entry={entry} />}
      </div>
    </aside>
  );
}

const liesOverLetter = window.matchMedia('(max-width: 1100px)');

/** Where the panel lies over the letter, Escape takes it away from wherever the caret is. */
function closeWhenInTheWay(event: globalThis.KeyboardEvent): void {
  const { dialogs, printing } = useUi.getState();
  const isFree = dialogs.length === 0 && printing === null && !event.defaultPrevented;
  if (event.key === 'Escape' && isFree && liesOverLetter.matches) ui.closePanel();
}

interface TabsProps {
  readonly names: readonly PanelName[];
  readonly shown: PanelName;
}

function Tabs({ names, shown }: TabsProps) {
  function walk(event: KeyboardEvent<HTMLElement>) {
    const at = names.indexOf(shown);
    const target = {
      ArrowRight: names[(at + 1) % names.length],
      ArrowLeft: names.at(at - 1),
      Home: names[0],
      End: names.at(-1),
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    ui.showPanel(target);
    document.querySelector<HTMLElement>(`#panel-${target}`)?.focus();
  }
  return (
    <div role="tablist" className={styles['tabs']} onKeyDown={walk}>
      {names.map(name => (
        <button
          key={name}
          id={`panel-${name}`}
          type="button"
          role="tab"
          className={styles['tab']}
          aria-selected={name === shown}
          aria-controls="panel-body"
          tabIndex={name === shown ? 0 : -1}
          // The caret stays in the text.
          onMouseDown={event => event.preventDefault()}
          onClick={() => ui.showPanel(name)}
        >
          {panelWords.tabs[name]}
        </button>
      ))}
    </div>
  );
}

/**
 * Opened by a key, the panel takes the focus; opened by the pointer, it leaves the caret in the
 * text, and beside a letter that was just opened it is there without being asked for. When it goes while it has the focus, the focus goes back to where it was.
 */
function useFocusInside(
  aside: { readonly current: HTMLElement | null },
  editor: EditorHandle,
): void {
  useLayoutEffect(() => {
    const panel = aside.current;
    const before = document.activeElement;
    const wasInText = editor.hasFocus();
    if (useUi.getState().panelAsked && !lastPressWasPointer()) {
      panel?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
    }
    ui.panelReached();
    return () => {
      if (panel?.contains(document.activeElement) !== true) return;
      const isStillThere = before instanceof HTMLElement && before.isConnected;
      if (wasInText || !isStillThere || before === document.body) editor.focus();
      else before.focus();
    };
  }, [aside, editor]);
}
