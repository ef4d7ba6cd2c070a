import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey, COMMAND_PRIORITY_EDITOR, type NodeKey } from 'lexical';
import {
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type SubmitEvent,
  type ToggleEvent,
} from 'react';
import { keepOnLeaving } from '../../state/keep-on-leaving.ts';
import { pictureWords } from '../../words/pictures.ts';
import { ASIDE_STEP } from '../choices.ts';
import { DESCRIBE_PICTURE_COMMAND } from './commands.ts';
import styles from './DescribePicture.module.css';
import { $pictureAt } from './picture-controls.ts';
import { $pictureDataOf, $setPictureData } from './picture-state.ts';
import { $isPictureNode } from './PictureNode.ts';

interface Described {
  readonly key: NodeKey;
  readonly button: HTMLElement;
  readonly before: string;
}

/** The small window in which a picture is described. Whatever closes it keeps the words, but Escape. */
export function DescribePicture() {
  const [editor] = useLexicalComposerContext();
  const popover = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const described = useRef<Described>(null);
  const [text, setText] = useState('');
  const id = useId();

  useEffect(
    () =>
      editor.registerCommand(
        DESCRIBE_PICTURE_COMMAND,
        button => {
          const picture = $pictureAt(button);
          if (picture === null || popover.current === null) return true;
          const { description } = $pictureDataOf(picture);
          described.current = { key: picture.getKey(), button, before: description };
          setText(description);
          popover.current.showPopover({ source: button });
          field.current?.select();
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    [editor],
  );

  function applyOnEnter(event: KeyboardEvent) {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) apply(event);
  }

  function apply(event: SubmitEvent<HTMLFormElement> | KeyboardEvent) {
    event.preventDefault();
    const { button } = described.current ?? {};
    popover.current?.hidePopover();
    button?.focus();
  }

  /** Puts the words into the letter, at once: a lock saves it right after. */
  function keep(): void {
    if (described.current === null) return;
    const { key, before } = described.current;
    described.current = null;
    const description = text.replaceAll(/\s+/g, ' ').trim();
    if (description === before) return;
    editor.update(
      () => {
        const picture = $getNodeByKey(key);
        if ($isPictureNode(picture)) $setPictureData(picture, { description });
      },
      { discrete: true, tag: ASIDE_STEP },
    );
  }

  const keepTyped = useEffectEvent(() => {
    keep();
    return Promise.resolve(true);
  });
  useEffect(() => keepOnLeaving(() => keepTyped()), []);

  function leaveOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    // The browser closes it; the focus mode behind it must not hear of it.
    event.stopPropagation();
    described.current = null;
  }

  return (
    <div
      ref={popover}
      popover="auto"
      role="dialog"
      aria-label={pictureWords.description}
      className={styles['popover']}
      onKeyDown={leaveOnEscape}
      onBeforeToggle={(event: ToggleEvent) => event.newState === 'closed' && keep()}
    >
      <form onSubmit={apply}>
        <label htmlFor={id}>{pictureWords.description}</label>
        <textarea
          autoComplete="off"
          ref={field}
          id={id}
          rows={2}
          maxLength={1000}
          value={text}
          aria-describedby={`${id}-hint`}
          onChange={event => setText(event.target.value)}
          onKeyDown={applyOnEnter}
        />
        <p id={`${id}-hint`}>{pictureWords.descriptionHint}</p>
        <button type="submit">{pictureWords.done}</button>
      </form>
    </div>
  );
}
