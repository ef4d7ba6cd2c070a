import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ArrowDown, ArrowUp, EyeOff, Lock, Trash2, Users, UserRoundCheck } from 'lucide-react';
import {
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  registerEventListeners,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { useEffect, useId, useRef, useState } from 'react';
import { PASSAGE_MARKS, type PassageMark } from '#shared/domain/audience.ts';
import { keysOf } from '../../ui/keys.ts';
import { showToast } from '../../ui/Toast.tsx';
import { movingWords } from '../../words/moving.ts';
import { words } from '../../words/en.ts';
import { $canMove, moveSection, type Direction } from '../move/move.ts';
import { MenuGroup, MenuItem, MenuList } from '../toolbar/MenuList.tsx';
import { $readersOf } from './readers.ts';
import { bringBack, removeSection, setReaders } from './section-edits.ts';
import { toolsButtonAt, toolsButtonIn } from './section-tools.ts';
import { $isSectionNode } from './SectionNode.ts';

/** The section whose menu is open, and what can be done with it. */
interface Opened {
  readonly key: NodeKey;
  readonly readers: PassageMark | null;
  readonly canMove: Readonly<Record<Direction, boolean>>;
}

const SIGNS = {
  everyone: Users,
  counsellor: UserRoundCheck,
  private: Lock,
  'not-needed': EyeOff,
} as const;

/** The menu "Section actions": one for the whole letter, opened by the button of any section. */
export function SectionTools() {
  const [editor] = useLexicalComposerContext();
  const list = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLElement>(null);
  const [closed] = useState(() => new AbortController());
  const [opened, setOpened] = useState<Opened | null>(null);
  const id = useId();

  useEffect(() => {
    /** A press on the button of an open menu closes the menu; the click that follows must not open it again. */
    let closing: HTMLElement | null = null;
    return editor.registerRootListener(root =>
      root === null
        ? undefined
        : registerEventListeners(root, {
            pointerdown: ({ target }) => {
              const isOpen = list.current?.matches(':popover-open') === true;
              closing = isOpen ? toolsButtonAt(target) : null;
            },
            click: ({ target }) => {
              const button = toolsButtonAt(target);
              const section = button === null ? null : read(editor, button);
              if (button === null || section === null) return;
              if (closing === button && anchor.current === button) return;
              anchor.current = button;
              setOpened(section);
              button.setAttribute('aria-expanded', 'true');
              list.current?.showPopover({ source: button });
            },
          }),
    );
  }, [editor]);

  // A letter that was closed can not take anything back.
  useEffect(() => () => closed.abort(), [closed]);

  function choose($do: (key: NodeKey) => void): void {
    if (opened === null) return;
    list.current?.hidePopover();
    $do(opened.key);
  }

  const move = (direction: Direction) => (key: NodeKey) => {
    const hadFocus = document.activeElement === anchor.current;
    moveSection(editor, key, direction);
    const dom = editor.getElementByKey(key);
    dom?.scrollIntoView({ block: 'nearest' });
    // What is moved in the page loses the focus.
    if (hadFocus) toolsButtonIn(dom)?.focus();
  };

  const remove = (key: NodeKey) => {
    const removed = removeSection(editor, key);
    if (removed === null) return;
    editor.focus();
    showToast({
      title: movingWords.removed(removed.heading),
      until: closed.signal,
      action: { label: words.common.undo, run: () => bringBack(editor, removed) },
    });
  };

  return (
    <MenuList
      ref={list}
      id={id}
      label={movingWords.actions}
      onClose={() => anchor.current?.removeAttribute('aria-expanded')}
    >
      <MenuItem
        role="menuitem"
        icon={ArrowUp}
        label={movingWords.up}
        keys={keysOf('section.up')}
        disabled={opened?.canMove.up === false}
        onChoose={() => choose(move('up'))}
      />
      <MenuItem
        role="menuitem"
        icon={ArrowDown}
        label={movingWords.down}
        keys={keysOf('section.down')}
        disabled={opened?.canMove.down === false}
        onChoose={() => choose(move('down'))}
      />
      <MenuGroup label={movingWords.readers}>
        {[null, ...PASSAGE_MARKS].map(mark => (
          <MenuItem
            key={mark}
            role="menuitemradio"
            icon={SIGNS[mark ?? 'everyone']}
            label={movingWords.readersAre[mark ?? 'everyone']}
            checked={opened?.readers === mark}
            onChoose={() => choose(key => setReaders(editor, key, mark))}
          />
        ))}
      </MenuGroup>
      <MenuItem
        role="menuitem"
        icon={Trash2}
        label={movingWords.remove}
        danger
        group
        onChoose={() => choose(remove)}
      />
    </MenuList>
  );
}

const read = (editor: LexicalEditor, button: HTMLElement): Opened | null =>
  editor.read(() => {
    const body = $getNearestNodeFromDOMNode(button);
    const section = body === null ? null : $getNodeByKey(body.getKey())?.getParent();
    if (!$isSectionNode(section)) return null;
    return {
      key: section.getKey(),
      readers: $readersOf(section),
      canMove: { up: $canMove(section, 'up'), down: $canMove(section, 'down') },
    };
  });
