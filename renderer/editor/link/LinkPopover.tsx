import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { COMMAND_PRIORITY_LOW } from 'lexical';
import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { OPEN_LINK_COMMAND } from '../perform.ts';
import { clearHighlight, showHighlight } from '../search/highlight.ts';
import { $applyLink, $linkAtCaret } from './link-at-caret.ts';
import styles from './LinkPopover.module.css';
import { urlFromInput } from './link-url.ts';

const HIGHLIGHT = 'amends-link';

const NOTE_HEIGHT = 28;

/** The small window in which the address of a link is typed. Enter applies, Escape leaves it. */
export function LinkPopover() {
  const [editor] = useLexicalComposerContext();
  const popover = useRef<HTMLDivElement>(null);
  const [address, setAddress] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [isLink, setLink] = useState(false);
  const id = useId();

  useEffect(() => {
    const open = () => {
      const found = $linkAtCaret();
      const range = found === null ? null : selectedRange();
      if (found === null || range === null || popover.current === null) return true;
      setAddress(found.url);
      setWrong(false);
      setLink(found.url !== '');
      // The address takes the focus, and with it the selection that it is meant for.
      showHighlight(HIGHLIGHT, [range]);
      openBeside(popover.current, range);
      return true;
    };
    return editor.registerCommand(OPEN_LINK_COMMAND, open, COMMAND_PRIORITY_LOW);
  }, [editor]);

  function apply(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = address.trim();
    const url = typed === '' ? null : urlFromInput(typed);
    if (typed !== '' && url === null) {
      setWrong(true);
      return;
    }
    editor.update(() => $applyLink(url));
    popover.current?.hidePopover();
  }

  function remove() {
    editor.update(() => $applyLink(null));
    popover.current?.hidePopover();
  }

  return (
    <div
      ref={popover}
      popover="auto"
      role="dialog"
      aria-label="Link"
      className={styles['popover']}
      onToggle={event => {
        if (event.newState === 'open') return;
        clearHighlight(HIGHLIGHT);
        editor.focus();
      }}
    >
      <form onSubmit={apply}>
        <label htmlFor={id}>Address</label>
        <div className={styles['row']}>
          <input
            id={id}
            autoComplete="off"
            spellCheck={false}
            placeholder="www.example.org"
            value={address}
            aria-invalid={isWrong}
            aria-describedby={`${id}-wrong`}
            onChange={event => {
              setAddress(event.target.value);
              setWrong(false);
            }}
          />
          <button type="submit">Apply</button>
        </div>
        {isLink && (
          <button type="button" className={styles['remove']} onClick={remove}>
            Remove link
          </button>
        )}
        <p id={`${id}-wrong`} role="alert">
          {isWrong && 'This does not look like a web or mail address.'}
        </p>
      </form>
    </div>
  );
}

function selectedRange(): Range | null {
  const selection = document.getSelection();
  return selection === null || selection.rangeCount === 0 ? null : selection.getRangeAt(0);
}

function openBeside(popover: HTMLElement, range: Range): void {
  const { left, top, bottom } = rectOf(range);
  popover.showPopover();
  const room = document.documentElement.clientWidth - popover.offsetWidth - 16;
  popover.style.left = `${Math.max(16, Math.min(left, room))}px`;
  // Below the words it is about, or above them: never on them. The note of a wrong address fits as well.
  const height = popover.offsetHeight + NOTE_HEIGHT;
  const fitsBelow = bottom + 8 + height <= document.documentElement.clientHeight - 16;
  popover.style.top = fitsBelow ? `${bottom + 8}px` : 'auto';
  popover.style.bottom = fitsBelow
    ? 'auto'
    : `${document.documentElement.clientHeight - Math.max(top - 8, height)}px`;
  popover.querySelector('input')?.focus();
  popover.querySelector('input')?.select();
}

/** A caret in an empty line has no rectangle of its own. */
function rectOf(range: Range): DOMRect {
  const rect = range.getBoundingClientRect();
  const { startContainer } = range;
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  return rect.height > 0 || element === null ? rect : element.getBoundingClientRect();
}
