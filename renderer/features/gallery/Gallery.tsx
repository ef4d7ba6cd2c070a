import { useSuspenseQuery } from '@tanstack/react-query';
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { TemplateId } from '#shared/domain/ids.ts';
import { startLetter } from '../../actions/navigate.ts';
import { queries, useCurrentJourney } from '../../api/queries.ts';
import { ui } from '../../state/ui-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { words } from '../../words/en.ts';
import { galleryWords } from '../../words/templates.ts';
import { ChoiceList } from './ChoiceList.tsx';
import { chosenIn, groupsFor, keyOf, type GalleryFilter } from './choices.ts';
import { Filters } from './Filters.tsx';
import styles from './Gallery.module.css';
import { OwnActions } from './OwnActions.tsx';
import { TemplateDetail } from './TemplateDetail.tsx';

interface GalleryProps {
  /** The step whose templates are shown first; without one, all are. */
  readonly step: number | undefined;
  /** The template that is looked at first. */
  readonly template: TemplateId | undefined;
  readonly onClose: () => void;
}

/** Where a letter begins: a blank page first, then the templates, each with what it is for. */
export function Gallery({ step, template, onClose }: GalleryProps) {
  const own = useSuspenseQuery(queries.templates).data;
  const journey = useCurrentJourney();
  const role = journey?.role ?? 'both';
  const mySide = role === 'both' ? null : role;
  const [filter, setFilter] = useState<GalleryFilter>({
    step: step ?? null,
    side: mySide,
    text: '',
  });
  const [chosen, setChosen] = useState<string | null>(template ?? null);
  const [busy, setBusy] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const id = useId();
  const groups = useMemo(() => groupsFor(own, filter), [own, filter]);
  const choices = groups.flatMap(group => group.choices);
  const at = chosenIn(choices, chosen);
  const choice = choices[at];

  async function start() {
    if (busy || choice === undefined) return;
    setBusy(true);
    await startLetter(choice.kind === 'blank' ? null : choice.template.id);
    setBusy(false);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const target = choices[targetOf(event.key, at, choices.length) ?? -1];
    if (target !== undefined) setChosen(keyOf(target));
    else if (event.key === 'Enter') void start();
    else return;
    event.preventDefault();
  }

  const narrow = (change: Partial<GalleryFilter>) => {
    setFilter(now => ({ ...now, ...change }));
    // What fits the new words best is what is looked at.
    if (change.text !== undefined) setChosen(null);
  };

  return (
    <Dialog title={words.gallery.title} onClose={onClose} width="large" initialFocus={search} bare>
      <div className={styles['gallery']}>
        <div className={styles['left']}>
          <div className={styles['top']}>
            <h2 className={styles['title']} aria-hidden>
              {words.gallery.title}
            </h2>
            <Button
              size="small"
              variant="quiet"
              icon="plus"
              onClick={() => ui.openDialog({ name: 'template', id: null, fromGallery: true })}
            >
              {galleryWords.create}
            </Button>
          </div>
          <Filters
            filter={filter}
            mySide={mySide}
            search={{
              ref: search,
              role: 'combobox',
              'aria-expanded': true,
              'aria-controls': `${id}-list`,
              'aria-activedescendant': choice && `${id}-${at}`,
              onKeyDown,
            }}
            onChange={narrow}
          />
          <ChoiceList
            id={id}
            groups={groups}
            at={at}
            filter={filter}
            onChoose={each => {
              setChosen(keyOf(each));
              search.current?.focus();
            }}
            onStart={() => void start()}
            onLookEverywhere={() => {
              setFilter({ step: null, side: null, text: filter.text });
              search.current?.focus();
            }}
          />
        </div>
        <div className={styles['right']}>
          {choice !== undefined && (
            <TemplateDetail key={keyOf(choice)} choice={choice} journey={journey} />
          )}
          <div className={styles['buttons']}>
            {choice !== undefined && (
              <OwnActions
                choice={choice}
                taken={own.map(({ title }) => title)}
                onChoose={setChosen}
                onDelete={() => {
                  const next = choices[at + 1] ?? choices[at - 1];
                  setChosen(next === undefined ? null : keyOf(next));
                  search.current?.focus();
                }}
              />
            )}
            <Button onClick={onClose}>{words.common.cancel}</Button>
            <Button
              variant="primary"
              busy={busy}
              disabled={choice === undefined}
              onClick={() => void start()}
            >
              {busy ? words.gallery.starting : words.gallery.start}
            </Button>
          </div>
        </div>
      </div>
    </Dialog>
  );
}

/** Where a key leads to in the list; undefined for other keys. */
function targetOf(key: string, at: number, length: number): number | undefined {
  const last = length - 1;
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, last),
    ArrowUp: Math.max(at - 1, 0),
    PageUp: Math.max(at - 5, 0),
    PageDown: Math.min(at + 5, last),
  };
  return targets[key];
}
