import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import type {
  ImportId,
  ImportPlace,
  ImportPreview,
  ImportProgress,
  ImportTaken,
} from '#shared/domain/import.ts';
import { appErrorOf, ask, call } from '../../api/client.ts';

/** How often the vault is asked how far the reading is. */
const LOOK_MS = 250;

export interface RunningImport {
  readonly id: ImportId | null;
  readonly progress: ImportProgress | undefined;
  readonly preview: ImportPreview | undefined;
  readonly taken: ImportTaken | null;
  readonly failure: AppError | null;
  readonly busy: boolean;
  readonly choose: (kind: 'files' | 'folder') => Promise<void>;
  readonly take: (place: ImportPlace, skipHere: boolean) => Promise<void>;
  /** Lets go of what was read and not taken in. */
  readonly forget: () => void;
}

/** One import from the choice of files to what came of it. */
export function useImport(): RunningImport {
  const [id, setId] = useState<ImportId | null>(null);
  const [taken, setTaken] = useState<ImportTaken | null>(null);
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const current = useRef<ImportId | null>(null);

  // Neither is an answer that the page keeps: both hold the first words of what was read.
  const progress = useQuery({
    queryKey: ['import', 'progress', id],
    queryFn: () => ask('imports.progress', id as ImportId),
    enabled: id !== null && taken === null,
    refetchInterval: ({ state }) => (state.data?.state === 'read' ? false : LOOK_MS),
    gcTime: 0,
  });
  const preview = useQuery({
    queryKey: ['import', 'preview', id],
    queryFn: () => ask('imports.preview', id as ImportId),
    enabled: progress.data?.state === 'read' && taken === null,
    gcTime: 0,
  });

  const forget = useCallback(() => {
    const left = current.current;
    current.current = null;
    setId(null);
    if (left !== null) void call('shell.cancelImport', left);
  }, []);
  useEffect(() => forget, [forget]);

  async function choose(kind: 'files' | 'folder'): Promise<void> {
    setBusy(true);
    setRefusal(null);
    const reply = await call('shell.chooseImport', kind);
    setBusy(false);
    if (reply.ok) {
      current.current = reply.value.id;
      setId(reply.value.id);
    } else if (reply.error.code !== 'import.cancelled') setRefusal(reply.error);
  }

  async function take(place: ImportPlace, skipHere: boolean): Promise<void> {
    if (id === null) return;
    setBusy(true);
    setRefusal(null);
    const reply = await call('imports.take', { id, place, skipHere });
    setBusy(false);
    if (!reply.ok) {
      setRefusal(reply.error);
      return;
    }
    current.current = null;
    setTaken(reply.value);
  }

  const thrown = progress.error ?? preview.error;
  return {
    id,
    progress: progress.data,
    preview: preview.data,
    taken,
    failure: refusal ?? (thrown === null ? null : appErrorOf(thrown)),
    busy,
    choose,
    take,
    forget,
  };
}
