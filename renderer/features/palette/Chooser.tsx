import {
  useId,
  useMemo,
  useRef,
  useState,
  type ComponentType,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { Icon } from '../../ui/Icon.tsx';
import { words as common } from '../../words/en.ts';
import type { ChooserWords } from '../../words/palette.ts';
import { find, wordsOf, type Findable } from './finding.ts';
import { Option } from './Option.tsx';
import styles from './Palette.module.css';
import { targetOf } from './walk.ts';

export interface ChooserRowProps<T> {
  readonly choice: T;
  /** The words to be marked in it. */
  readonly typed: readonly string[];
}

interface ChooserProps<T> {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly words: ChooserWords;
  /** In the order in which they stand before anything is typed; undefined until they were read. */
  readonly choices: readonly Findable<T>[] | undefined;
  /** How many are shown at most. */
  readonly most: number;
  readonly keyOf: (choice: T) => string;
  readonly row: ComponentType<ChooserRowProps<T>>;
  readonly onChoose: (choice: T) => void;
  /** What else can be done with the words that nothing fits. */
  readonly otherwise?: { readonly label: ReactNode; readonly onChoose: (text: string) => void };
  /** What is said in the place of the list. */
  readonly children?: ReactNode;
}

/** The line that was gone to. */
interface Chosen {
  readonly key: string;
  readonly byPointer: boolean;
}

/** The field, and the list that it leads: the focus never leaves the field. */
export function Chooser<T>(props: ChooserProps<T>) {
  const { field, words, choices, most, keyOf, row: Row, onChoose } = props;
  const { otherwise, children } = props;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const typed = useMemo(() => wordsOf(text), [text]);
  const { shown, count } = useMemo(() => find(choices ?? [], typed, most), [choices, typed, most]);
  const isNothing = typed.length > 0 && choices !== undefined && count === 0;
  const offer = isNothing ? otherwise : undefined;
  const hasHeading = typed.length === 0 && words.heading !== undefined && count > 0;
  const length = offer === undefined ? shown.length : 1;
  const at = Math.max(
    0,
    shown.findIndex(choice => keyOf(choice) === chosen?.key),
  );

  function goTo(index: number, byPointer = false) {
    const choice = shown[index];
    if (choice !== undefined) setChosen({ key: keyOf(choice), byPointer });
  }

  function choose(index: number) {
    const choice = shown[index];
    if (offer !== undefined) offer.onChoose(text.trim());
    else if (choice !== undefined) onChoose(choice);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.altKey || event.shiftKey) return;
    const target = targetOf(event.key, at, length);
    if (target !== undefined) goTo(target);
    else if (event.key === 'Enter') choose(at);
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles['palette']}>
      <div className={styles['top']}>
        <Icon name="search" size={18} />
        <input
          ref={field}
          type="text"
          role="combobox"
          className={styles['field']}
          aria-label={words.title}
          aria-expanded={length > 0}
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={length > 0 ? `${id}-${at}` : undefined}
          placeholder={words.placeholder}
          value={text}
          maxLength={1000}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          onChange={event => {
            setText(event.target.value);
            // What fits the new words best is what is looked at.
            setChosen(null);
            if (list.current !== null) list.current.scrollTop = 0;
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {children}
      {isNothing && (
        <div className={styles['none']}>
          <p className={styles['noneTitle']}>{common.search.none(text.trim())}</p>
          <p>{words.noneHint}</p>
        </div>
      )}
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        // The keys are the field's; only what is longer than the window would take the focus.
        tabIndex={-1}
        className={styles['list']}
        aria-label={words.list}
      >
        <div
          role={hasHeading ? 'group' : 'presentation'}
          aria-label={hasHeading ? words.heading : undefined}
        >
          {hasHeading && (
            <div className={styles['heading']} aria-hidden>
              {words.heading}
            </div>
          )}
          {shown.map((choice, index) => (
            <Option
              key={keyOf(choice)}
              id={`${id}-${index}`}
              isChosen={index === at}
              isSeen={chosen?.byPointer === true}
              onPoint={() => goTo(index, true)}
              onChoose={() => choose(index)}
            >
              <Row choice={choice} typed={typed} />
            </Option>
          ))}
        </div>
        {offer !== undefined && (
          <Option id={`${id}-0`} isChosen isSeen onChoose={() => choose(0)}>
            <div className={styles['offer']}>{offer.label}</div>
          </Option>
        )}
      </div>
      {count > shown.length && <p className={styles['more']}>{words.more(count - shown.length)}</p>}
      <p className="visually-hidden" role="status">
        {typed.length > 0 && choices !== undefined && words.count(count)}
      </p>
    </div>
  );
}
