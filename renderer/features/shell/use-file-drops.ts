import { useEffect } from 'react';
import { isIntroducing } from '../../actions/perform.ts';
import { ui, useUi } from '../../state/ui-store.ts';
import { showToast } from '../../ui/Toast.tsx';
import { importWords } from '../../words/import.ts';

/**
 * Files that are dropped where nothing takes them: they are not opened, and the person hears how
 * they come in. They are not read: a page that could name files to the main process could name any
 * of them, so those that are read are chosen in a dialog of the system.
 */
export function useFileDrops(): void {
  useEffect(() => {
    /** A picture that is dragged within the page looks like a file, and is none. */
    let isFromHere = false;
    const over = (event: DragEvent) => {
      // Without this nobody would be told of the drop.
      if (!isFromHere && event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0 || isFromHere) return;
      event.preventDefault();
      answer(files);
    };
    const begin = () => {
      isFromHere = true;
    };
    const end = () => {
      isFromHere = false;
    };
    const controller = new AbortController();
    const { signal } = controller;
    window.addEventListener('dragover', over, { signal });
    window.addEventListener('drop', drop, { signal });
    window.addEventListener('dragstart', begin, { signal });
    window.addEventListener('dragend', end, { signal });
    // What is taken away by the drop tells of no end, and the letter tells nobody of the drop.
    window.addEventListener('drop', () => setTimeout(end), { signal, capture: true });
    return () => controller.abort();
  }, []);
}

const { dropped } = importWords;

function answer(files: readonly File[]): void {
  const { dialogs, printing } = useUi.getState();
  // It says so itself, and what is said over it would lie over its buttons.
  if (dialogs.at(-1)?.name === 'import') return;
  if (files.every(({ type }) => type.startsWith('image/'))) showToast(dropped.pictures);
  else if (dialogs.length > 0 || printing !== null || isIntroducing()) showToast(dropped.files);
  else {
    const run = () => ui.openDialog({ name: 'import' });
    showToast({ ...dropped.files, action: { label: importWords.button, run } });
  }
}
