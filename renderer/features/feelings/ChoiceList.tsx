import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { Icon } from '../../ui/Icon.tsx';
import styles from './ChoiceList.module.css';
import colours from './Colours.module.css';
import { createTyped } from './typed.ts';
import { placeTyped } from './walk.ts';

/** A word that can be chosen. */
export interface Choice {
  readonly word: string;
  readonly label: string;
  readonly note?: string;
  /** For a feeling: its ring, which says how exact it is, and its core, which gives its colour. */
  readonly ring?: number;
  readonly core?: string;
}

export interface ChoiceGroup {
  readonly title: string;
  readonly note?: string;
  /** The first choice says the same as the title, which is then only read out. */
  readonly isTitled: boolean;
  readonly choices: readonly Choice[];
}

interface ChoiceListProps {
  readonly label: string;
  /** One below the other with what they mean, or side by side. */
  readonly layout: 'rows' | 'chips';
  readonly groups: readonly ChoiceGroup[];
  readonly isChosen: (word: string) => boolean;
  readonly onChoose: (word: string) => void;
}

/** Words in groups, any number of which can be chosen. The whole list is one stop of the Tab key. */
export function ChoiceList({ label, layout, groups, isChosen, onChoose }: ChoiceListProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef(createTyped());
  const [wanted, setAt] = useState(0);
  const all = groups.flatMap(group => group.choices);
  const at = Math.min(wanted, all.length - 1);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const choice = all[at];
    if ((event.key === 'Enter' || event.key === ' ') && choice !== undefined) onChoose(choice.word);
    else {
      const next = nextOf(event.key, at, all.length) ?? typedOf(event);
      if (next === undefined) return;
      list.current?.querySelectorAll<HTMLElement>('[role=option]')[next]?.focus();
    }
    event.preventDefault();
  }

  const typedOf = (event: KeyboardEvent): number | undefined =>
    event.key.length === 1
      ? placeTyped(
          all.map(({ word }) => word),
          at,
          typed.current(event),
        )
      : undefined;

  const starts = groups.map((_, index) =>
    groups.slice(0, index).reduce((sum, group) => sum + group.choices.length, 0),
  );
  return (
    <div
      ref={list}
      className={styles['list']}
      data-layout={layout}
      role="listbox"
      aria-label={label}
      aria-multiselectable
      onKeyDown={onKeyDown}
    >
      {groups.map(({ title, note, isTitled, choices }, group) => (
        <div
          key={title}
          className={styles['group']}
          role="group"
          aria-label={note === undefined ? title : `${title}, ${note}`}
        >
          {!isTitled && (
            <div className={styles['head']} aria-hidden>
              <span className={styles['title']}>{title}</span>
              {note !== undefined && <span className={styles['headNote']}>{note}</span>}
            </div>
          )}
          {choices.map((choice, index) => {
            const place = (starts[group] ?? 0) + index;
            return (
              <Option
                key={choice.word}
                id={`${id}-${place}`}
                choice={choice}
                isCurrent={place === at}
                isChosen={isChosen(choice.word)}
                onFocus={() => setAt(place)}
                onChoose={onChoose}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly choice: Choice;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly onFocus: () => void;
  readonly onChoose: (word: string) => void;
}

function Option({ id, choice, isCurrent, isChosen, onFocus, onChoose }: OptionProps) {
  const { word, label, note, ring, core } = choice;
  return (
    <div
      id={id}
      className={`${styles['option']} ${colours['coloured']}`}
      data-ring={ring}
      data-core={core}
      role="option"
      aria-label={note === undefined ? label : `${label}, ${note}`}
      aria-selected={isChosen}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={onFocus}
      onClick={() => onChoose(word)}
    >
      <span className={styles['word']}>{label}</span>{' '}
      {note !== undefined && <span className={styles['note']}>{note}</span>}
      <span className={styles['check']}>{isChosen && <Icon name="check" size={14} />}</span>
    </div>
  );
}

/** Where a key leads to in the list; undefined for other keys. */
function nextOf(key: string, at: number, length: number): number | undefined {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, length - 1),
    ArrowRight: Math.min(at + 1, length - 1),
    ArrowUp: Math.max(at - 1, 0),
    ArrowLeft: Math.max(at - 1, 0),
    Home: 0,
    End: length - 1,
  };
  return targets[key];
}
