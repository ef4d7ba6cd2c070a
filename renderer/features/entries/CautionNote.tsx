import { useState } from 'react';
import { findTemplate } from '#shared/content/templates.ts';
import type { TemplateId } from '#shared/domain/ids.ts';
import { letterWords } from '../../words/letter.ts';
import styles from './CautionNote.module.css';

/** Folded away once, a caution stays folded for all letters of its template until the vault is locked. */
const folded = new Set<TemplateId>();

/** What to be careful of with this kind of letter, before the first word of it. */
export function CautionNote({ templateId }: { readonly templateId: TemplateId | null }) {
  const [isFolded, setFolded] = useState(() => templateId !== null && folded.has(templateId));
  const caution = templateId === null ? undefined : findTemplate(templateId)?.caution;
  if (templateId === null || caution === undefined) return null;

  function fold(away: boolean) {
    setFolded(away);
    if (templateId === null) return;
    if (away) folded.add(templateId);
    else folded.delete(templateId);
  }

  if (isFolded) {
    return (
      <button type="button" className={styles['show']} onClick={() => fold(false)}>
        {letterWords.showCaution}
      </button>
    );
  }
  return (
    <div className={styles['note']} role="note">
      <p>{caution}</p>
      <button type="button" className={styles['fold']} onClick={() => fold(true)}>
        {letterWords.foldCaution}
      </button>
    </div>
  );
}
