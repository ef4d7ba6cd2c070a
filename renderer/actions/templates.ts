import type { EntryId, TemplateId } from '#shared/domain/ids.ts';
import type { OwnTemplate, OwnTemplateDraft } from '#shared/domain/template.ts';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { queryClient } from '../api/query-client.ts';
import { openEntry } from '../state/open-entry.ts';
import { ui } from '../state/ui-store.ts';
import { showToast } from '../ui/Toast.tsx';
import { words } from '../words/en.ts';
import { templateWords } from '../words/templates.ts';
import { showFailure, undoInVault } from './navigate.ts';

/** Makes a template with the sections of a piece of writing, and opens it to be named. */
export async function makeTemplateFrom(id: EntryId): Promise<void> {
  // The sections are taken from the vault, so what was just changed in them has to be there.
  const open = openEntry();
  if (open?.id === id && !(await open.flush())) return;
  const reply = await call('templates.createFromEntry', id);
  if (!reply.ok) {
    showFailure(reply.error);
    return;
  }
  addToList(reply.value);
  ui.openDialog({ name: 'template', id: reply.value.id });
}

/** Makes a template; its id, or null when that did not work. */
export async function createTemplate(draft: OwnTemplateDraft): Promise<TemplateId | null> {
  const reply = await call('templates.create', draft);
  if (!reply.ok) {
    showFailure(reply.error);
    return null;
  }
  addToList(reply.value);
  return reply.value.id;
}

/** Changes a template, and offers to undo that. False when it did not work. */
export async function editTemplate(id: TemplateId, draft: OwnTemplateDraft): Promise<boolean> {
  const reply = await call('templates.edit', { ...draft, id });
  if (reply.ok) offerUndo(templateWords.toast.changed);
  else showFailure(reply.error);
  return reply.ok;
}

/** Deletes a template, and offers to bring it back. What was written from it stays as it is. */
export async function trashTemplate(id: TemplateId): Promise<void> {
  const reply = await call('templates.trash', id);
  if (reply.ok) offerUndo(templateWords.toast.deleted);
  else showFailure(reply.error);
}

const offerUndo = (title: string): void =>
  showToast({
    title,
    action: { label: words.common.undo, run: () => void undoInVault('history.undo') },
  });

/** The vault announces a change a moment later; the dialog that opens now looks in the list already. */
function addToList(made: OwnTemplate): void {
  queryClient.setQueryData(
    queries.templates.queryKey,
    list => list && [...list.filter(({ id }) => id !== made.id), made],
  );
}
