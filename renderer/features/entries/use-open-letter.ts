import { useEffect, useState } from 'react';
import type { Entry } from '#shared/domain/entry.ts';
import { call } from '../../api/client.ts';
import { registerOpenEntry } from '../../state/open-entry.ts';
import { createOpenLetter, type OpenLetter } from './open-letter.ts';

/** Opens a letter for as long as the component lives, and saves it whenever attention leaves it. */
export function useOpenLetter(entry: Entry): OpenLetter {
  const [letter] = useState(() => createOpenLetter(entry));
  useEffect(() => {
    const unregister = registerOpenEntry(letter);
    const rest = () => void letter.saver.rest();
    const restWhenHidden = () => {
      if (document.visibilityState === 'hidden') rest();
    };
    window.addEventListener('blur', rest);
    window.addEventListener('pagehide', rest);
    document.addEventListener('visibilitychange', restWhenHidden);
    return () => {
      unregister();
      window.removeEventListener('blur', rest);
      window.removeEventListener('pagehide', rest);
      document.removeEventListener('visibilitychange', restWhenHidden);
      void letter.saver.rest().then(() => call('revisions.keep', letter.id));
    };
  }, [letter]);
  return letter;
}
