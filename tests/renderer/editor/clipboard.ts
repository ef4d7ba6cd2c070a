import { PASTE_COMMAND, type LexicalEditor } from 'lexical';
import type { DocumentNode } from '#shared/domain/document.ts';
import { $at, edit } from './support.ts';

/** What the clipboard holds. jsdom has no `DataTransfer`. */
export interface Clipboard {
  readonly html?: string;
  readonly plain?: string;
  readonly own?: string;
}

/** Pastes at the end of the element at a path, or where the selection is. */
export function paste(
  editor: LexicalEditor,
  path: number[],
  { html, plain, own }: Clipboard,
): void {
  const data: Record<string, string | undefined> = {
    'text/html': html,
    'text/plain': plain,
    'application/x-lexical-editor': own,
  };
  const event = Object.assign(new Event('paste', { cancelable: true }), {
    clipboardData: { getData: (type: string) => data[type] ?? '' },
  });
  if (path.length > 0) edit(editor, () => $at(...path).selectEnd());
  editor.dispatchCommand(PASTE_COMMAND, event as unknown as ClipboardEvent);
  editor.read(() => undefined);
}

/** A copy of nodes, made in this editor. */
export const copyOf = (...nodes: DocumentNode[]): Clipboard => ({
  own: JSON.stringify({ namespace: 'amends', nodes }),
});
