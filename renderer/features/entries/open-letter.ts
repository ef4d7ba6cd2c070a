import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Day } from '#shared/domain/day.ts';
import type { Draft, Entry } from '#shared/domain/entry.ts';
import type { JourneyId } from '#shared/domain/ids.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { call } from '../../api/client.ts';
import type { EditorHandle, EditorProps } from '../../editor/Editor.tsx';
import type { OpenEntry } from '../../state/open-entry.ts';
import { createAutosaver, type Autosaver } from './autosaver.ts';
import { copyToClipboard } from './copy-to-clipboard.ts';

export type Counts = Parameters<EditorProps['onCounts']>[0];

interface FootState {
  readonly counts: Counts;
  /** Grows when the person asked to save, so that the answer can be seen and heard. */
  readonly asked: number;
}

/** One letter while it is open: what is on the screen, and the autosave that follows it. */
export interface OpenLetter extends OpenEntry {
  readonly saver: Autosaver;
  readonly foot: StoreApi<FootState>;
  /** The journey it belongs to; moving it is no change of its text. */
  readonly journey: StoreApi<{ readonly id: JourneyId | null }>;
  readonly editorIsReady: (editor: EditorHandle) => void;
  readonly focusText: () => void;
  readonly setTitle: (title: string) => void;
  readonly setWrittenOn: (day: Day) => void;
  readonly setCounts: (counts: Counts) => void;
  /** Leaves the stored copy alone and saves this text as a new piece of writing. */
  readonly saveAsNew: () => Promise<Result<Entry['id'], AppError>>;
  readonly copyText: () => Promise<boolean>;
}

export function createOpenLetter(entry: Entry): OpenLetter {
  let editor: EditorHandle | null = null;
  let { title, writtenOn } = entry;
  const foot = createStore<FootState>(() => ({
    counts: { words: 0, characters: 0, selectedWords: 0 },
    asked: 0,
  }));
  const journey = createStore<{ readonly id: JourneyId | null }>(() => ({ id: entry.journeyId }));

  function draft(to: Pick<Draft, 'id' | 'baseVersion' | 'seq'>): Draft {
    const document = editor?.toDocument() ?? entry.document;
    const byHand = editor?.madeByHand() === true;
    return { ...to, title, writtenOn, document, ...(byHand && { byHand }) };
  }

  const saver = createAutosaver(entry.version, entry.updatedAt, {
    save: async (seq, baseVersion) =>
      call('entries.saveDraft', draft({ id: entry.id, baseVersion, seq })),
    settle: () => void call('entries.settle', entry.id),
  });

  return {
    id: entry.id,
    kind: entry.kind,
    saver,
    foot,
    journey,
    editorIsReady(handle) {
      editor = handle;
    },
    focusText: () => editor?.focus(),
    setTitle(next) {
      title = next;
      saver.changed();
    },
    setWrittenOn(day) {
      writtenOn = day;
      editor?.setWrittenOn(day);
      saver.changed();
    },
    setCounts: counts => foot.setState({ counts }),
    flush: () => saver.rest(),
    async saveNow() {
      await saver.flush();
      foot.setState(({ asked }) => ({ asked: asked + 1 }));
    },
    hasFocus: () => editor?.hasFocus() ?? false,
    perform: action => editor?.perform(action) ?? false,
    find(wish) {
      if (wish === 'next') editor?.finder.goOn(1);
      else if (wish === 'previous') editor?.finder.goOn(-1);
      else editor?.finder.open(wish === 'replace');
    },
    copyText: () => copyToClipboard([title, editor?.plainText() ?? ''].join('\n\n').trim()),
    discard: () => saver.discard(),
    async saveAsNew() {
      const created = await createLike(entry, journey.getState().id);
      if (!created.ok) return created;
      const { id, version } = created.value;
      const saved = await call('entries.saveDraft', draft({ id, baseVersion: version, seq: 1 }));
      if (saved.ok) return ok(id);
      // An empty copy beside the letter would only confuse.
      await call('entries.trash', [id]);
      return saved;
    },
  };
}

/** A new entry of the same template; of none when that was deleted since, or the copy could not be kept. */
async function createLike(
  { templateId }: Entry,
  journeyId: JourneyId | null,
): Promise<Result<Entry, AppError>> {
  const created = await call('entries.create', { templateId, journeyId });
  const isGone = !created.ok && created.error.code === 'template.notFound';
  return isGone ? call('entries.create', { templateId: null, journeyId }) : created;
}
