import type { Entry } from '#shared/domain/entry.ts';
import { ui, useUi, type PanelName } from '../../state/ui-store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { keysOf } from '../../ui/keys.ts';
import type { IconName } from '../../ui/Icon.tsx';
import { panelWords } from '../../words/panel.ts';
import { hasAreas } from './AreasPanel.tsx';

const BUTTONS: readonly { readonly panel: PanelName; readonly icon: IconName }[] = [
  { panel: 'areas', icon: 'areas' },
  { panel: 'feelings', icon: 'feelings' },
  { panel: 'guide', icon: 'guide' },
  { panel: 'history', icon: 'history' },
];

/** The switches of the side panel, for the end of the toolbar. */
export function PanelButtons({ entry }: { readonly entry: Entry }) {
  const shown = useUi(state => (state.focusMode ? null : state.panel));
  return BUTTONS.filter(({ panel }) => panel !== 'areas' || hasAreas(entry)).map(
    ({ panel, icon }) => (
      <IconButton
        key={panel}
        icon={icon}
        label={panelWords.tabs[panel]}
        keys={panel === 'areas' ? undefined : keysOf(`panel.${panel}`)}
        pressed={shown === panel}
        // The caret stays in the text, where the panel then helps.
        onMouseDown={event => event.preventDefault()}
        onClick={() => ui.togglePanel(panel)}
      />
    ),
  );
}
