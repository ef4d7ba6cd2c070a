import type { Entry } from '#shared/domain/entry.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import type { EditorHandle } from '../../editor/Editor.tsx';
import { EntryView } from '../entries/EntryView.tsx';
import { FeelingsPanel } from '../feelings/FeelingsPanel.tsx';
import { FindBar } from '../find/FindBar.tsx';
import { HistoryPanel } from '../history/HistoryPanel.tsx';
import { PanelButtons } from '../panel/PanelButtons.tsx';
import { SidePanel } from '../panel/SidePanel.tsx';

interface LetterPlaceProps {
  readonly id: EntryId;
  readonly opening: number;
  readonly reveal: readonly string[];
}

/** An open letter, with what other features put beside it. */
export const LetterPlace = (props: LetterPlaceProps) => (
  <EntryView {...props} switches={PanelButtons} finder={FindBar} panel={PanelWithAll} />
);

const PanelWithAll = (props: { readonly entry: Entry; readonly editor: EditorHandle }) => (
  <SidePanel {...props} feelings={FeelingsPanel} history={HistoryPanel} />
);
