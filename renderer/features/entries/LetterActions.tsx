import type { Entry } from '#shared/domain/entry.ts';
import { printOpenLetter, trashLetter } from '../../actions/navigate.ts';
import { ui, useUi } from '../../state/ui-store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { keysOf } from '../../ui/keys.ts';
import { Menu } from '../../ui/Menu.tsx';
import { words } from '../../words/en.ts';

/** What can be done with the whole letter; it stands at the end of the toolbar. */
export function LetterActions({ entry }: { readonly entry: Entry }) {
  const focusMode = useUi(state => state.focusMode);
  return (
    <>
      <IconButton
        icon={focusMode ? 'unfocus' : 'focus'}
        label={words.entry.focusMode}
        keys={keysOf('view.focus')}
        pressed={focusMode}
        keepsFocus
        onClick={ui.toggleFocusMode}
      />
      <IconButton
        icon="print"
        label={words.entry.print}
        keys={keysOf('entry.print')}
        keepsFocus
        onClick={() => void printOpenLetter()}
      />
      <Menu
        icon="more"
        label={words.entry.more}
        items={[
          {
            label: words.entry.delete,
            icon: 'trash',
            danger: true,
            onSelect: () => void trashLetter(entry.id),
          },
        ]}
      />
    </>
  );
}
