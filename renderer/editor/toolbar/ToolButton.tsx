import type { LexicalEditor } from 'lexical';
import type { MouseEvent } from 'react';
import { keysOf } from '../../ui/keys.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { performInEditor } from '../perform.ts';
import styles from './Toolbar.module.css';
import type { ToolbarState } from './toolbar-state.ts';
import { labelOf, type Tool } from './tools.ts';

interface ToolButtonProps {
  readonly tool: Tool;
  readonly state: ToolbarState;
  readonly editor: LexicalEditor;
}

/** A press on the toolbar leaves the caret and the selection where they are. */
export const keepCaret = (event: MouseEvent): void => event.preventDefault();

/** One button of the toolbar: a sign, its name, its keys. */
export function ToolButton({ tool, state, editor }: ToolButtonProps) {
  const Glyph = tool.icon;
  const label = labelOf(tool);
  return (
    <Tooltip label={label} keys={keysOf(tool.action)}>
      <button
        type="button"
        className={styles['tool']}
        aria-label={label}
        aria-pressed={tool.isOn?.(state)}
        // Not `disabled`: that would drop the focus of someone who undoes to the end.
        aria-disabled={tool.isOff?.(state) || undefined}
        data-leaves={tool.leaves}
        onMouseDown={keepCaret}
        onClick={() => tool.isOff?.(state) !== true && performInEditor(editor, tool.action)}
      >
        <Glyph aria-hidden size={17} strokeWidth={1.7} />
      </button>
    </Tooltip>
  );
}
