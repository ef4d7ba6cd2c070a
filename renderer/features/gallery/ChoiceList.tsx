import { useEffect, useRef } from 'react';
import { steps } from '#shared/content/steps.ts';
import { Button } from '../../ui/Button.tsx';
import { words } from '../../words/en.ts';
import { galleryWords } from '../../words/templates.ts';
import { keyOf, type Choice, type ChoiceGroup, type GalleryFilter } from './choices.ts';
import styles from './ChoiceList.module.css';

interface ChoiceListProps {
  /** The list is `{id}-list`, its options `{id}-0` and on. */
  readonly id: string;
  readonly groups: readonly ChoiceGroup[];
  /** The option that is looked at, counted through all groups. */
  readonly at: number;
  readonly filter: GalleryFilter;
  readonly onChoose: (choice: Choice) => void;
  readonly onStart: () => void;
  readonly onLookEverywhere: () => void;
}

/** The choices in their groups. The focus stays in the search field above, which leads this list. */
export function ChoiceList(props: ChoiceListProps) {
  const { id, groups, at, filter, onChoose, onStart, onLookEverywhere } = props;
  const count = groups.reduce((sum, { choices }) => sum + choices.length, 0);
  const isSearch = filter.text.trim() !== '';
  const firstOf = (index: number) =>
    groups.slice(0, index).reduce((sum, { choices }) => sum + choices.length, 0);
  return (
    <>
      <div
        id={`${id}-list`}
        role="listbox"
        className={styles['list']}
        aria-label={words.gallery.list}
      >
        {groups.map((group, index) => (
          <div key={group.name} role="group" aria-label={nameOf(group)} className={styles['group']}>
            {hasHeading(group) && (
              <div className={styles['heading']} aria-hidden>
                {nameOf(group)}
              </div>
            )}
            {group.choices.map((choice, place) => (
              <Option
                key={keyOf(choice)}
                id={`${id}-${firstOf(index) + place}`}
                choice={choice}
                isChosen={firstOf(index) + place === at}
                onChoose={() => onChoose(choice)}
                onStart={onStart}
              />
            ))}
          </div>
        ))}
      </div>
      {count === 0 && (
        <div className={styles['nothing']}>
          <p>{galleryWords.nothing}</p>
          {(filter.step !== null || filter.side !== null) && (
            <Button size="small" onClick={onLookEverywhere}>
              {galleryWords.everywhere}
            </Button>
          )}
        </div>
      )}
      {filter.step === 'own' && !isSearch && count === 1 && (
        <p className={styles['nothing']}>{galleryWords.noneOwn}</p>
      )}
      <p className="visually-hidden" role="status">
        {isSearch && galleryWords.foundCount(count)}
      </p>
    </>
  );
}

const hasHeading = ({ name }: ChoiceGroup): boolean => name !== 'blank' && name !== 'found';

function nameOf({ name }: ChoiceGroup): string {
  if (name === 'blank') return words.gallery.blank;
  if (name === 'found') return galleryWords.found;
  if (name === 'own') return galleryWords.own;
  return galleryWords.stepOf(name, steps.find(({ id }) => id === name)?.title ?? '');
}

interface OptionProps {
  readonly id: string;
  readonly choice: Choice;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onStart: () => void;
}

/** The option is its title alone, so that its name is exactly that; the rest describes it. */
function Option({ id, choice, isChosen, onChoose, onStart }: OptionProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <div
      ref={row}
      className={styles['row']}
      data-chosen={isChosen || undefined}
      // A press must not take the focus out of the search field.
      onMouseDown={event => event.preventDefault()}
      onClick={onChoose}
      onDoubleClick={onStart}
    >
      <div className={styles['rowHead']}>
        <div
          id={id}
          role="option"
          className={styles['option']}
          dir="auto"
          aria-selected={isChosen}
          aria-describedby={`${id}-purpose`}
        >
          {choice.kind === 'blank' ? words.gallery.blank : choice.template.title}
        </div>
        {choice.kind === 'shipped' && (
          <div className={styles['minutes']} aria-hidden>
            {words.gallery.minutes(choice.template.minutes)}
          </div>
        )}
      </div>
      <div id={`${id}-purpose`} className={styles['purpose']} dir="auto" aria-hidden>
        {choice.kind === 'blank' ? words.gallery.blankPurpose : choice.template.purpose}
      </div>
    </div>
  );
}
