import { useEffect } from 'react';
import { showFailure } from '../../actions/navigate.ts';
import { call } from '../../api/client.ts';
import { useSettings } from '../../api/queries.ts';

/** Tells the shell after how many minutes this vault locks by itself: only the vault remembers it. */
export function useIdleLock(): void {
  const { lockAfterMinutes: minutes } = useSettings();
  useEffect(() => {
    void call('shell.setIdleLock', { minutes }).then(reply => {
      if (!reply.ok) showFailure(reply.error);
    });
  }, [minutes]);
}
