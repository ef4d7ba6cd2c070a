import { Check } from 'lucide-react';
import type { LexicalEditor } from 'lexical';
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { keysOf } from '../../ui/keys.ts';
import { performInEditor } from '../perform.ts';
import { keepCaret } from './ToolButton.tsx';
import styles from './ToolMenu.module.css';
import type { ToolbarState } from './toolbar-state.ts';
import { labelOf, type Tool } from './tools.ts';

interface ToolMenuProps {
  readonly label: string;
  /** What the button shows. */
  readonly children: ReactNode;
  readonly className: string | undefined;
  readonly tools: readonly Tool[];
  readonly state: ToolbarState;
  readonly editor: LexicalEditor;
  /** One of the tools is always on, as in the menu of block kinds. */
  readonly isChoice?: boolean;
}

/** A button that opens a list of tools. The browser closes it on Escape and on a press outside. */
export function ToolMenu(props: ToolMenuProps) {
  const { label, children, className, tools, state, editor, isChoice = false } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  function choose(tool: Tool) {
    list.current?.hidePopover();
    editor.focus();
    performInEditor(editor, tool.action);
  }

  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        popoverTarget={id}
        onMouseDown={keepCaret}
      >
        {children}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className={styles['menu']}
        onToggle={event => event.newState === 'open' && focusFirst(event.currentTarget)}
        onKeyDown={moveInMenu}
      >
        {tools.map(tool => (
          <button
            key={tool.action}
            type="button"
            role={isChoice ? 'menuitemradio' : 'menuitemcheckbox'}
            aria-checked={tool.isOn?.(state) ?? false}
            tabIndex={-1}
            className={styles['item']}
            data-kind={tool.action}
            data-leaves={tool.leaves}
            onMouseDown={keepCaret}
            onClick={() => choose(tool)}
          >
            <tool.icon aria-hidden size={17} strokeWidth={1.7} />
            <span className={styles['label']}>{labelOf(tool)}</span>
            <span className={styles['keys']}>{keysOf(tool.action)}</span>
            <Check aria-hidden size={15} strokeWidth={2} className={styles['check']} />
          </button>
        ))}
      </div>
    </>
  );
}

const itemsIn = (menu: HTMLElement): HTMLElement[] =>
  [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')].filter(item =>
    item.checkVisibility(),
  );

function focusFirst(menu: HTMLElement): void {
  const items = itemsIn(menu);
  const chosen = items.find(item => item.getAttribute('aria-checked') === 'true');
  (chosen ?? items[0])?.focus();
}

function moveInMenu(event: KeyboardEvent<HTMLElement>): void {
  const items = itemsIn(event.currentTarget);
  const here = items.indexOf(event.target as HTMLElement);
  const next = {
    ArrowDown: (here + 1) % items.length,
    ArrowUp: (here - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  }[event.key];
  // The arrows of the toolbar must not see the keys of its menus.
  event.stopPropagation();
  if (event.key === 'Tab') event.currentTarget.hidePopover();
  if (next === undefined) return;
  event.preventDefault();
  items[next]?.focus();
}
