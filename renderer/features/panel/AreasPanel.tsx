import { useSyncExternalStore } from 'react';
import { impactAreas, type Area } from '#shared/content/impact-areas.ts';
import type { Entry } from '#shared/domain/entry.ts';
import { IMPACT_MAP } from '#shared/domain/impact-map.ts';
import { makeImpactLetter } from '../../actions/letters.ts';
import type { EditorHandle } from '../../editor/Editor.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { panelWords } from '../../words/panel.ts';
import { hasWrittenArea, sectionOf } from './areas.ts';
import styles from './AreasPanel.module.css';

/** Whether a letter is a map of areas. */
export const hasAreas = ({ templateId }: Pick<Entry, 'templateId'>): boolean =>
  templateId === IMPACT_MAP;

interface AreasPanelProps {
  readonly entry: Entry;
  readonly editor: EditorHandle;
}

/** The areas of an impact map: each is added to it, or gone back to, by choosing it. */
export function AreasPanel({ entry, editor }: AreasPanelProps) {
  const { outline } = editor;
  const parts = useSyncExternalStore(outline.subscribe, outline.get);
  const canAssemble = hasWrittenArea(parts);

  function choose(area: Area) {
    const there = parts.find(({ sectionId }) => sectionId === area.sectionId);
    if (there === undefined) editor.addSection(sectionOf(area));
    else editor.goToSection(there.key);
  }

  return (
    <div className={styles['areas']}>
      <h2 className={styles['title']}>{panelWords.areas.heading}</h2>
      <p>{panelWords.areas.lead}</p>
      <ul className={styles['list']} aria-label={panelWords.areas.list}>
        {impactAreas.map(area => {
          const part = parts.find(({ sectionId }) => sectionId === area.sectionId);
          return (
            <li key={area.sectionId}>
              <button
                type="button"
                className={styles['area']}
                data-here={part !== undefined || undefined}
                onClick={() => choose(area)}
              >
                <Icon name={part === undefined ? 'plus' : 'right'} size={15} />
                <span>{area.name}</span>
                {part !== undefined && (
                  <small>{part.isBlank ? panelWords.areas.here : panelWords.areas.written}</small>
                )}
              </button>
            </li>
          );
        })}
      </ul>
      <div className={styles['assemble']}>
        <Button
          icon="letter"
          disabled={!canAssemble}
          onClick={() => void makeImpactLetter(entry.id)}
        >
          {panelWords.areas.assemble}
        </Button>
        <p className={styles['hint']}>
          {canAssemble ? panelWords.areas.assembleHint : panelWords.areas.assembleLater}
        </p>
      </div>
    </div>
  );
}
