import { Check, type LucideIcon } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { flushSync } from 'react-dom';
import { keepCaret } from './ToolButton.tsx';
import styles from './ToolMenu.module.css';

interface MenuListProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly id: string;
  readonly label: string;
  readonly onClose?: () => void;
  readonly children: ReactNode;
}

/**
 * A list of choices over the page. The browser closes it on Escape and on a press outside. It is
 * drawn when it opens for the first time: a letter has five, and opens without them.
 */
export function MenuList({ ref, id, label, onClose, children }: MenuListProps) {
  const [isDrawn, setDrawn] = useState(false);
  return (
    <div
      ref={ref}
      id={id}
      popover="auto"
      role="menu"
      aria-label={label}
      className={styles['menu']}
      onBeforeToggle={event => {
        if (event.newState === 'open') flushSync(() => setDrawn(true));
      }}
      onToggle={event => {
        if (event.newState === 'open') focusFirst(event.currentTarget);
        else onClose?.();
      }}
      onKeyDown={moveInMenu}
    >
      {isDrawn && children}
    </div>
  );
}

interface MenuGroupProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Choices of which one holds, below the words that say what about. */
export const MenuGroup = ({ label, children }: MenuGroupProps) => (
  <>
    <div role="separator" className={styles['separator']} />
    <div role="group" aria-label={label}>
      <p aria-hidden className={styles['groupLabel']}>
        {label}
      </p>
      {children}
    </div>
  </>
);

interface MenuItemProps {
  readonly role: 'menuitem' | 'menuitemradio' | 'menuitemcheckbox';
  readonly icon: LucideIcon;
  readonly label: string;
  readonly keys?: string | undefined;
  /** Whether it is on; nothing for an item that only does something. */
  readonly checked?: boolean | undefined;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  /** Starts a new group. */
  readonly group?: boolean;
  readonly kind?: string;
  readonly leaves?: 'early' | 'late' | undefined;
  readonly onChoose: () => void;
}

export function MenuItem(props: MenuItemProps) {
  const { role, icon: Glyph, label, keys, checked, disabled, danger, group, kind, leaves } = props;
  return (
    <>
      {group === true && <div role="separator" className={styles['separator']} />}
      <button
        type="button"
        role={role}
        aria-checked={role === 'menuitem' ? undefined : checked === true}
        aria-disabled={disabled || undefined}
        tabIndex={-1}
        className={styles['item']}
        data-danger={danger || undefined}
        data-kind={kind}
        data-leaves={leaves}
        onMouseDown={keepCaret}
        onClick={() => disabled !== true && props.onChoose()}
      >
        <Glyph aria-hidden size={17} strokeWidth={1.7} />
        <span className={styles['label']}>{label}</span>
        <span className={styles['keys']}>{keys}</span>
        {role !== 'menuitem' && (
          <Check aria-hidden size={15} strokeWidth={2} className={styles['check']} />
        )}
      </button>
    </>
  );
}

const itemsIn = (menu: HTMLElement): HTMLElement[] =>
  [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')].filter(item =>
    item.checkVisibility(),
  );

/** The one that holds, in a menu that is one choice; else the first. */
function focusFirst(menu: HTMLElement): void {
  const items = itemsIn(menu);
  const isChoice = items[0]?.role === 'menuitemradio';
  const chosen = items.find(item => isChoice && item.getAttribute('aria-checked') === 'true');
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
