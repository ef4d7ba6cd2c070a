import { useState } from 'react';
import { actionOf } from '#shared/actions.ts';
import { nameInSentence } from '#shared/content/kinds.ts';
import type { Entry } from '#shared/domain/entry.ts';
import { IMPACT_MAP } from '#shared/domain/impact-map.ts';
import { openExport } from '../../actions/export.ts';
import { makeImpactLetter } from '../../actions/letters.ts';
import { printOpenLetter } from '../../actions/navigate.ts';
import { askToSeal } from '../../actions/sealing.ts';
import { makeTemplateFrom } from '../../actions/templates.ts';
import { trashOpenLetter } from '../../actions/trash.ts';
import { openEntry } from '../../state/open-entry.ts';
import { ui, useUi } from '../../state/ui-store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { keysOf } from '../../ui/keys.ts';
import { Menu, type MenuItem } from '../../ui/Menu.tsx';
import { words } from '../../words/en.ts';
import { exportWords } from '../../words/export.ts';
import { letterWords } from '../../words/letter.ts';
import { sealingWords } from '../../words/sealing.ts';
import { trashWords } from '../../words/trash.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { useJourneys } from './use-journeys.ts';

/** What can be done with the whole letter; it stands at the end of the toolbar. */
export function LetterActions({ entry }: { readonly entry: Entry }) {
  const focusMode = useUi(state => state.focusMode);
  const [isMoving, setMoving] = useState(false);
  const journeys = useJourneys();
  const canMove = journeys.length > (entry.journeyId === null ? 0 : 1) || entry.journeyId !== null;
  const items: readonly (MenuItem | false)[] = [
    {
      label: actionOf('find.open').label,
      icon: 'search',
      keys: keysOf('find.open'),
      onSelect: () => openEntry()?.find('find'),
    },
    {
      label: exportWords.open,
      icon: 'download',
      keys: keysOf('entry.export'),
      onSelect: () => void openExport({ of: 'letter', id: entry.id }),
    },
    entry.templateId === IMPACT_MAP && {
      label: letterWords.makeImpact,
      icon: 'letter',
      onSelect: () => void makeImpactLetter(entry.id),
    },
    {
      label: letterWords.makeTemplate,
      icon: 'template',
      onSelect: () => void makeTemplateFrom(entry.id),
    },
    canMove && { label: letterWords.move, icon: 'move', onSelect: () => setMoving(true) },
    { label: sealingWords.action, icon: 'sealed', onSelect: askToSeal },
    {
      label: trashWords.delete(nameInSentence([entry])),
      icon: 'trash',
      danger: true,
      onSelect: () => void trashOpenLetter(),
    },
  ];
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
      <Menu icon="more" label={words.entry.more} items={items.filter(item => item !== false)} />
      {isMoving && <MoveDialog entry={entry} onClose={() => setMoving(false)} />}
    </>
  );
}
