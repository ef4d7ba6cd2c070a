import { useState } from 'react';
import type { OpenedEntry } from '#shared/domain/sealing.ts';
import { putSealNoteAway } from '../../actions/sealing.ts';
import { useShellInfo } from '../../api/queries.ts';
import { sealingWords } from '../../words/sealing.ts';
import styles from './CautionNote.module.css';

/** Above a letter whose seal is over, until it is put away. */
export function SealNote({ entry }: { readonly entry: OpenedEntry }) {
  const { locale } = useShellInfo();
  const [isAway, setAway] = useState(false);
  if (entry.sealedOn === undefined || isAway) return null;

  function putAway() {
    setAway(true);
    void putSealNoteAway(entry.id);
  }

  return (
    <div className={styles['note']} data-calm role="note">
      <p>{sealingWords.note(entry.sealedOn, locale)}</p>
      <button type="button" className={styles['fold']} onClick={putAway}>
        {sealingWords.putAway}
      </button>
    </div>
  );
}
