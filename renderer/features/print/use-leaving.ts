import { useRef, useState } from 'react';
import type { Copy } from '#shared/domain/audience.ts';
import type { ExportPreview } from '#shared/domain/export.ts';
import type { EntryId } from '#shared/domain/ids.ts';
import type { PrintOptions } from '#shared/domain/print.ts';
import type { GateAnswer } from '#shared/domain/safety-gate.ts';
import type { AppError } from '#shared/errors.ts';
import { call } from '../../api/client.ts';

export type Way = 'printing' | 'saving';

/** How far a copy is on its way out of the app. */
export type Leaving =
  | { readonly state: 'here' }
  /** Which questions come first is asked. Other choices end this. */
  | { readonly state: 'looking'; readonly way: Way }
  /** The questions come first. */
  | { readonly state: 'asked'; readonly way: Way; readonly gate: ExportPreview['gate'] }
  /** It is let out, as it was when that began: no choice changes it, and no other goes meanwhile. */
  | { readonly state: Way }
  | { readonly state: 'saved'; readonly path: string }
  | { readonly state: 'failed'; readonly error: AppError };

interface Wanted {
  readonly id: EntryId;
  readonly options: PrintOptions;
  readonly copy: Copy;
}

/**
 * Lets a copy out, to the printer or into a file, after the questions when it is for the other
 * person. What came of them counts until the preview closes or is for another, and is kept nowhere.
 */
export function useLeaving(wanted: Wanted) {
  const [leaving, setLeaving] = useState<Leaving>(HERE);
  const [passed, setPassed] = useState<readonly GateAnswer[]>([]);
  /** What it is by now, for what began before. */
  const now = useRef(leaving);

  function become(next: Leaving): void {
    now.current = next;
    setLeaving(next);
  }

  async function leave(way: Way): Promise<void> {
    if (wayOf(now.current) !== null) return;
    if (wanted.copy.audience !== 'for-partner' || passed.length > 0) return letOut(way, passed);
    const looking: Leaving = { state: 'looking', way };
    become(looking);
    const plan = await planOf(wanted);
    if (now.current !== looking) return;
    if (!plan.ok) become({ state: 'failed', error: plan.error });
    else if (plan.value.counts.entries === 0) {
      become({ state: 'failed', error: { code: 'export.nothing' } });
    } else if (plan.value.gate.sides.length === 0) await letOut(way, []);
    else become({ state: 'asked', way, gate: plan.value.gate });
  }

  async function letOut(way: Way, gate: readonly GateAnswer[]): Promise<void> {
    become({ state: way });
    const request = { ...wanted, gate: [...gate] };
    const reply =
      way === 'printing'
        ? await call('shell.print', request)
        : await call('shell.savePdf', request);
    if (!reply.ok && reply.error.code !== 'export.cancelled') {
      become({ state: 'failed', error: reply.error });
    } else if (reply.ok && reply.value !== undefined) {
      become({ state: 'saved', path: reply.value.path });
    } else become(HERE);
  }

  return {
    leaving,
    leave,
    /** The questions let it go. */
    share: (way: Way, answers: readonly GateAnswer[]) => {
      setPassed(answers);
      return letOut(way, answers);
    },
    /** It is for another reader: what came of the questions counts no more. */
    askAgain: () => setPassed([]),
    /** Something else was chosen. What is on its way out already is not called back by that. */
    stay: () => {
      if (!isGoing(now.current)) become(HERE);
    },
  };
}

const HERE: Leaving = { state: 'here' };

const isGoing = ({ state }: Leaving): boolean => state === 'printing' || state === 'saving';

/** Which button is busy with it. */
export function wayOf(leaving: Leaving): Way | null {
  if (leaving.state === 'looking') return leaving.way;
  return leaving.state === 'printing' || leaving.state === 'saving' ? leaving.state : null;
}

const planOf = ({ id, options, copy }: Wanted) =>
  call('exports.preview', {
    selection: { of: 'entries', ids: [id] },
    chosenOneByOne: [id],
    copy,
    format: 'pdf',
    bundle: 'folder',
    names: 'neutral',
    options,
    gate: [],
  });
