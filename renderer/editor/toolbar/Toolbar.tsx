import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ChevronDown, Ellipsis, Plus, Users } from 'lucide-react';
import { Fragment, useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { BlockKind } from '../blocks/blocks.ts';
import { movingWords } from '../../words/moving.ts';
import { ToolButton } from './ToolButton.tsx';
import styles from './Toolbar.module.css';
import { ToolMenu } from './ToolMenu.tsx';
import { useToolbarState } from './toolbar-state.ts';
import {
  blockTools,
  insertTools,
  labelOf,
  leavingTools,
  readerTools,
  toolGroups,
} from './tools.ts';

/** The tools of the text, in one row that one press of Tab reaches and the arrow keys walk through. */
export function Toolbar({ end }: { readonly end: ReactNode }) {
  const [editor] = useLexicalComposerContext();
  const state = useToolbarState(editor);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The first tool never leaves. To ask which are shown, the browser would style the whole letter.
    if (bar.current !== null) stopAt(bar.current, bar.current.querySelector('button'));
  }, []);
  const [formats = [], ...others] = toolGroups;
  const readers = readerTools.find(tool => tool.isOn?.(state) === true);
  const Readers = readers?.icon ?? Users;
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Formatting"
      className={styles['bar']}
      onKeyDown={walk}
      onFocus={({ currentTarget, target }) => keepOneTabStop(currentTarget, target)}
    >
      <div className={styles['tools']}>
        {formats.map(tool => (
          <ToolButton key={tool.action} tool={tool} state={state} editor={editor} />
        ))}
        <span className={styles['line']} />
        <ToolMenu
          label={`Kind of text: ${nameOf(state.kind)}`}
          className={styles['kind']}
          tools={blockTools}
          state={state}
          editor={editor}
          role="menuitemradio"
        >
          <span className={styles['kindName']}>{nameOf(state.kind)}</span>
          <ChevronDown aria-hidden size={14} strokeWidth={1.9} />
        </ToolMenu>
        <ToolMenu
          label="Insert"
          className={styles['insert']}
          tools={insertTools}
          state={state}
          editor={editor}
          role="menuitem"
        >
          <Plus aria-hidden size={16} strokeWidth={1.8} />
          <span className={styles['insertName']}>Insert</span>
        </ToolMenu>
        <ToolMenu
          label={`${movingWords.readersTool}: ${readers === undefined ? '' : labelOf(readers)}`}
          className={styles['readers']}
          tools={readerTools}
          state={state}
          editor={editor}
          role="menuitemradio"
        >
          <Readers
            aria-hidden
            size={16}
            strokeWidth={1.8}
            data-narrowed={state.readers !== null || undefined}
          />
          <span className={styles['readersName']}>{movingWords.readersTool}</span>
        </ToolMenu>
        {others.map((group, index) => (
          <Fragment key={index}>
            <span className={styles['line']} data-leaves={leavesOf(group)} />
            {group.map(tool => (
              <ToolButton key={tool.action} tool={tool} state={state} editor={editor} />
            ))}
          </Fragment>
        ))}
        <ToolMenu
          label="More formatting"
          className={styles['more']}
          tools={leavingTools}
          state={state}
          editor={editor}
          role="menuitemcheckbox"
        >
          <Ellipsis aria-hidden size={17} strokeWidth={1.7} />
        </ToolMenu>
      </div>
      <div className={styles['end']}>{end}</div>
    </div>
  );
}

/** The line before a group goes when the whole group goes. */
function leavesOf(group: (typeof toolGroups)[number]): 'early' | 'late' | undefined {
  const last = group.find(tool => tool.leaves !== 'early');
  return last === undefined ? 'early' : last.leaves;
}

function nameOf(kind: BlockKind): string {
  const lists: Partial<Record<BlockKind, string>> = {
    bullet: 'Bullet list',
    number: 'Numbered list',
    check: 'Check list',
    fixed: 'Text',
  };
  const tool = blockTools.find(({ action }) => action === `format.${kind}`);
  return tool === undefined ? (lists[kind] ?? 'Paragraph') : labelOf(tool);
}

const buttonsIn = (bar: HTMLElement): HTMLElement[] =>
  [...bar.querySelectorAll<HTMLElement>('button')].filter(
    button => button.closest('[popover]') === null && isShown(button),
  );

const isShown = (element: HTMLElement): boolean => element.checkVisibility();

/** Only one button is a stop of the Tab key: the focused one, else the first. */
function keepOneTabStop(bar: HTMLElement, focused: EventTarget): void {
  const buttons = buttonsIn(bar);
  stopAt(bar, buttons.find(button => button === focused) ?? buttons[0]);
}

function stopAt(bar: HTMLElement, stop: HTMLElement | null | undefined): void {
  for (const button of bar.querySelectorAll<HTMLElement>('button:not([popover] *)')) {
    button.tabIndex = button === stop ? 0 : -1;
  }
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const buttons = buttonsIn(event.currentTarget);
  const here = buttons.indexOf(event.target as HTMLElement);
  if (here < 0) return;
  const next = {
    ArrowRight: (here + 1) % buttons.length,
    ArrowLeft: (here - 1 + buttons.length) % buttons.length,
    Home: 0,
    End: buttons.length - 1,
  }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  buttons[next]?.focus();
}
