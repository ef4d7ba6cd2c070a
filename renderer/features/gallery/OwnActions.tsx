import { useState } from 'react';
import { createTemplate, trashTemplate } from '../../actions/templates.ts';
import { ui } from '../../state/ui-store.ts';
import { Button } from '../../ui/Button.tsx';
import { galleryWords } from '../../words/templates.ts';
import type { Choice } from './choices.ts';
import styles from './Gallery.module.css';
import { copyOf, ownVersionOf } from './own-version.ts';

interface OwnActionsProps {
  readonly choice: Choice;
  /** The titles of the person's own templates. */
  readonly taken: readonly string[];
  readonly onChoose: (key: string) => void;
  /** It is about to go: another one is looked at. */
  readonly onDelete: () => void;
}

/** What can be done with a template besides writing from it. */
export function OwnActions({ choice, taken, onChoose, onDelete }: OwnActionsProps) {
  const [busy, setBusy] = useState(false);
  if (choice.kind === 'blank') return null;

  async function duplicate() {
    if (choice.kind === 'blank') return;
    setBusy(true);
    const isOwn = choice.kind === 'own';
    const made = await createTemplate(
      isOwn ? copyOf(choice.template, taken) : ownVersionOf(choice.template),
    );
    setBusy(false);
    if (made === null) return;
    if (isOwn) onChoose(made);
    else ui.openDialog({ name: 'template', id: made, fromGallery: true });
  }

  if (choice.kind === 'shipped') {
    return (
      <span className={styles['own']}>
        <Button variant="quiet" icon="copy" busy={busy} onClick={() => void duplicate()}>
          {galleryWords.makeOwn}
        </Button>
      </span>
    );
  }
  const { id } = choice.template;
  return (
    <span className={styles['own']}>
      <Button
        variant="quiet"
        icon="pen"
        onClick={() => ui.openDialog({ name: 'template', id, fromGallery: true })}
      >
        {galleryWords.edit}
      </Button>
      <Button variant="quiet" icon="copy" busy={busy} onClick={() => void duplicate()}>
        {galleryWords.duplicate}
      </Button>
      <Button
        variant="quiet"
        icon="trash"
        onClick={() => {
          onDelete();
          void trashTemplate(id);
        }}
      >
        {galleryWords.delete}
      </Button>
    </span>
  );
}
