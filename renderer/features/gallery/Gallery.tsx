import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { startLetter } from '../../actions/navigate.ts';
import { useCurrentJourney } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { words } from '../../words/en.ts';
import { choicesFor, nextByTitle, type Choice } from './choices.ts';
import styles from './Gallery.module.css';
import { TemplateDetail } from './TemplateDetail.tsx';

const TYPING_PAUSE_MS = 700;

const titleOf = (choice: Choice): string => choice?.title ?? words.gallery.blank;

/** Where a letter begins: a blank page first, then the templates, each with what it is for. */
export function Gallery({ onClose }: { readonly onClose: () => void }) {
  const choices = choicesFor(useCurrentJourney()?.role);
  const [at, setAt] = useState(choices.length > 1 ? 1 : 0);
  const [busy, setBusy] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const typed = useRef({ text: '', at: 0 });
  const choice = choices[at] ?? null;

  async function start() {
    if (busy) return;
    setBusy(true);
    await startLetter(choice?.id ?? null);
    setBusy(false);
  }

  function choose(index: number) {
    setAt(index);
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent) {
    const target = targetOf(event.key, at, choices.length);
    if (target !== undefined) choose(target);
    else if (event.key === 'Enter') void start();
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const isNew = event.timeStamp - typed.current.at > TYPING_PAUSE_MS;
      typed.current = { text: (isNew ? '' : typed.current.text) + event.key, at: event.timeStamp };
      choose(nextByTitle(choices.map(titleOf), at, typed.current.text));
    } else return;
    event.preventDefault();
  }

  return (
    <Dialog title={words.gallery.title} onClose={onClose} width="large" initialFocus={list} bare>
      <div className={styles['gallery']}>
        <div className={styles['left']}>
          <h2 className={styles['title']} aria-hidden>
            {words.gallery.title}
          </h2>
          <div
            ref={list}
            className={styles['list']}
            role="listbox"
            tabIndex={0}
            aria-label={words.gallery.list}
            aria-activedescendant={`${id}-${at}`}
            onKeyDown={onKeyDown}
          >
            {choices.map((each, index) => (
              <Option
                key={each?.id ?? 'blank'}
                id={`${id}-${index}`}
                choice={each}
                isChosen={index === at}
                onChoose={() => choose(index)}
                onStart={() => void start()}
              />
            ))}
          </div>
        </div>
        <div className={styles['right']}>
          <TemplateDetail key={choice?.id ?? 'blank'} choice={choice} />
          <div className={styles['buttons']}>
            <Button onClick={onClose}>{words.common.cancel}</Button>
            <Button variant="primary" busy={busy} onClick={() => void start()}>
              {busy ? words.gallery.starting : words.gallery.start}
            </Button>
          </div>
        </div>
      </div>
    </Dialog>
  );
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
  return (
    <div
      className={styles['row']}
      data-chosen={isChosen || undefined}
      onClick={onChoose}
      onDoubleClick={onStart}
    >
      <div className={styles['rowHead']}>
        <div
          id={id}
          role="option"
          className={styles['option']}
          aria-selected={isChosen}
          aria-describedby={`${id}-purpose`}
        >
          {titleOf(choice)}
        </div>
        {choice !== null && (
          <div className={styles['minutes']} aria-hidden>
            {words.gallery.minutes(choice.minutes)}
          </div>
        )}
      </div>
      <div id={`${id}-purpose`} className={styles['purpose']} aria-hidden>
        {choice?.purpose ?? words.gallery.blankPurpose}
      </div>
    </div>
  );
}

/** Where a key leads to in the list; undefined for other keys. */
function targetOf(key: string, at: number, length: number): number | undefined {
  const last = length - 1;
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, last),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    PageUp: 0,
    End: last,
    PageDown: last,
  };
  return targets[key];
}
