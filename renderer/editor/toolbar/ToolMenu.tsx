import type { LexicalEditor } from 'lexical';
import { useId, useRef, type ComponentProps, type ReactNode } from 'react';
import { keysOf } from '../../ui/keys.ts';
import { performInEditor } from '../perform.ts';
import { MenuItem, MenuList } from './MenuList.tsx';
import { keepCaret } from './ToolButton.tsx';
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
  /** Switches, one choice of several, or things to do. */
  readonly role: ComponentProps<typeof MenuItem>['role'];
}

/** A button that opens a list of tools. */
export function ToolMenu(props: ToolMenuProps) {
  const { label, children, className, tools, state, editor, role } = props;
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
      <MenuList ref={list} id={id} label={label}>
        {tools.map(tool => (
          <MenuItem
            key={tool.action}
            role={role}
            icon={tool.icon}
            label={labelOf(tool)}
            keys={keysOf(tool.action)}
            checked={tool.isOn?.(state)}
            group={tool.group ?? false}
            kind={tool.action}
            leaves={tool.leaves}
            onChoose={() => choose(tool)}
          />
        ))}
      </MenuList>
    </>
  );
}
