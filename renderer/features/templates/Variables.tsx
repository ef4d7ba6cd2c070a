import { useRef, type FocusEvent } from 'react';
import { templateWords } from '../../words/templates.ts';
import styles from './Variables.module.css';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Remembers the field that was last written in, and puts words where its caret was. */
export function useVariables() {
  const last = useRef<Field | null>(null);
  return {
    remember: (event: FocusEvent<HTMLElement>) => {
      const { target } = event;
      if (isTextField(target)) last.current = target;
      else
        last.current ??= event.currentTarget.querySelector<Field>('input[type="text"], textarea');
    },
    insert: (text: string) => {
      last.current?.focus();
      // The only way to put words into a field that its own undo knows.
      document.execCommand('insertText', false, text);
    },
  };
}

const isTextField = (element: Element): element is Field =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && element.type === 'text' && element.inputMode === '');

/** Words that are filled in when a letter begins, each to be put where the caret is. */
export function Variables({ onInsert }: { readonly onInsert: (text: string) => void }) {
  return (
    <div className={styles['variables']} role="group" aria-label={templateWords.insert}>
      <p className={styles['note']}>{templateWords.variablesNote}</p>
      <ul className={styles['list']}>
        {templateWords.variables.map(({ text, note }) => (
          <li key={text}>
            <button
              type="button"
              className={styles['variable']}
              // The caret stays where the words go.
              onMouseDown={event => event.preventDefault()}
              onClick={() => onInsert(text)}
            >
              <span className="visually-hidden">{templateWords.insert} </span>
              <b className={styles['text']}>{text}</b> <span>{note}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
