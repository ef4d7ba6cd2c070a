import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { words } from '../../words/en.ts';
import { galleryWords, sectionTypes, templateWords } from '../../words/templates.ts';
import type { SectionDraft } from './draft.ts';
import { ABOUT } from './problems.ts';
import styles from './SectionList.module.css';
import { useDragOrder } from './use-drag-order.ts';
import { nameOf, type TemplateFormState } from './use-template-form.ts';

interface SectionListProps {
  readonly form: TemplateFormState;
  /** What shows the chosen part. */
  readonly panelId: string;
}

/** The parts of a template in their order. One of them is chosen; sections can be dragged. */
export function SectionList({ form, panelId }: SectionListProps) {
  const { draft, part, removed, lost } = form;
  const list = useRef<HTMLDivElement>(null);
  const { dragged, beginDrag } = useDragOrder(draft.sections, form.place);
  const parts = [ABOUT, ...draft.sections.map(({ id }) => id)];

  useEffect(() => {
    if (lost > 0) list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, [lost]);

  function choose(id: string | undefined) {
    if (id === undefined) return;
    form.look(id);
    list.current?.querySelector<HTMLElement>(`#part-${CSS.escape(id)}`)?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = parts.indexOf(part);
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(at + 1, parts.length - 1),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: parts.length - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) choose(parts[target]);
    else if (event.key === 'Delete' && part !== ABOUT) form.remove(part);
    else return;
    event.preventDefault();
  }

  const tab = (id: string) => ({
    id: `part-${id}`,
    isChosen: part === id,
    panelId,
    onChoose: () => form.look(id),
  });

  return (
    <>
      <div
        ref={list}
        role="tablist"
        aria-orientation="vertical"
        aria-label={templateWords.parts}
        aria-description={templateWords.partsHint}
        className={styles['list']}
        onKeyDown={onKeyDown}
      >
        <PartTab {...tab(ABOUT)} name={draft.title.trim() || templateWords.about}>
          {templateWords.aboutNote}
        </PartTab>
        {draft.sections.map(section => (
          <div
            key={section.id}
            role="presentation"
            className={styles['row']}
            data-section={section.id}
            data-dragged={dragged === section.id || undefined}
          >
            <PartTab {...tab(section.id)} name={nameOf(section)} isFaint={!section.heading.trim()}>
              {noteOf(section)}
            </PartTab>
            <span
              aria-hidden
              className={styles['grip']}
              onPointerDown={event => beginDrag(event, section.id)}
            >
              <Icon name="grip" size={15} />
            </span>
          </div>
        ))}
      </div>
      {draft.sections.length === 0 && <p className={styles['none']}>{templateWords.noSections}</p>}
      <div className={styles['end']}>
        <Button size="small" icon="plus" onClick={form.add}>
          {templateWords.addSection}
        </Button>
      </div>
      {removed !== undefined && (
        <div className={styles['removed']} role="status">
          <span className={styles['removedName']} dir="auto">
            {templateWords.removed(nameOf(removed.section))}
          </span>
          <Button size="small" variant="quiet" onClick={form.undoRemove}>
            {words.common.undo}
          </Button>
        </div>
      )}
      <p className="visually-hidden" role="status">
        {form.said}
      </p>
    </>
  );
}

const noteOf = ({ type, private: isPrivate }: SectionDraft): string =>
  isPrivate
    ? `${sectionTypes[type].label} · ${galleryWords.privateSection}`
    : sectionTypes[type].label;

interface PartTabProps {
  readonly id: string;
  readonly name: string;
  readonly isFaint?: boolean;
  readonly isChosen: boolean;
  readonly panelId: string;
  readonly onChoose: () => void;
  readonly children: string;
}

/** The tab is its name alone; the rest describes it. */
function PartTab({ id, name, isFaint, isChosen, panelId, onChoose, children }: PartTabProps) {
  return (
    <button
      id={id}
      type="button"
      role="tab"
      className={styles['tab']}
      aria-selected={isChosen}
      aria-describedby={`${id}-note`}
      aria-controls={panelId}
      tabIndex={isChosen ? 0 : -1}
      onClick={onChoose}
    >
      <span className={styles['name']} data-faint={isFaint || undefined} dir="auto">
        {name}
      </span>
      <span id={`${id}-note`} className={styles['note']} aria-hidden>
        {children}
      </span>
    </button>
  );
}
