import {
  $getNodeByKey,
  $getState,
  $setState,
  HISTORY_MERGE_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { PICTURE_WIDTHS, type PictureWidth } from '#shared/domain/blocks.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { call } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { showToast } from '../../ui/Toast.tsx';
import { $dropPicture } from './insert.ts';
import { $setPictureData, readingState, type PictureData } from './picture-state.ts';
import { $isPictureNode, PictureNode } from './PictureNode.ts';
import { scalePicture } from './scale-picture.ts';

/** How the reading of a file stands: under way, done, or ended without a picture. */
type Reading = 'reading' | 'ended' | PictureData;

export interface Readings {
  /** Begins to read files, one after the other; returns the names by which pictures wait for them. */
  readonly begin: (files: readonly File[]) => readonly string[];
  readonly cancel: (reading: string) => void;
  readonly stop: () => void;
}

let count = 0;

/**
 * Reads files into the vault, and completes the pictures that wait for them. Undo and redo may bring
 * a waiting picture back at any time: it is completed then, or taken away again.
 */
export function createReadings(editor: LexicalEditor): Readings {
  const readings = new Map<string, Reading>();
  const waiting = new Map<NodeKey, string>();

  async function readAll(files: readonly File[], names: readonly string[]): Promise<void> {
    const failures: AppError[] = [];
    for (const [index, file] of files.entries()) {
      const name = names[index] ?? '';
      if (readings.get(name) !== 'reading') continue;
      // One at a time: each takes the memory of its pixels.
      const stored = await store(file);
      // It may have been cancelled while it was read.
      if (readings.get(name) !== 'reading') continue;
      readings.set(name, stored.ok ? stored.value : 'ended');
      if (!stored.ok) failures.push(stored.error);
      settle();
    }
    const [failure] = failures;
    if (failure !== undefined) tell(failure);
  }

  /** Completes or takes away every picture whose file was read. */
  function settle(): void {
    const settled = [...waiting].filter(([, name]) => readings.get(name) !== 'reading');
    if (settled.length === 0 || editor.getRootElement() === null) return;
    const isHere = editor.getRootElement()?.contains(document.activeElement) === true;
    editor.update(
      () => {
        for (const [key, name] of settled) $settle(key, readings.get(name) ?? 'ended');
      },
      // No step of its own: undo takes the whole picture back. Someone who writes elsewhere by now stays there.
      {
        tag: [
          HISTORY_MERGE_TAG,
          SKIP_SCROLL_INTO_VIEW_TAG,
          ...(isHere ? [] : [SKIP_DOM_SELECTION_TAG]),
        ],
      },
    );
  }

  const stop = editor.registerMutationListener(PictureNode, mutations => {
    for (const key of mutations.keys()) {
      const name = editor.getEditorState().read(() => $readingOf(key), { editor });
      if (name === '') waiting.delete(key);
      else waiting.set(key, name);
    }
    settle();
  });

  return {
    begin(files) {
      const names = files.map(() => `reading-${(count += 1)}`);
      for (const name of names) readings.set(name, 'reading');
      void readAll(files, names);
      return names;
    },
    cancel(name) {
      readings.set(name, 'ended');
      settle();
    },
    stop,
  };
}

const $readingOf = (key: NodeKey): string => {
  const node = $getNodeByKey(key);
  return $isPictureNode(node) ? $getState(node, readingState) : '';
};

function $settle(key: NodeKey, reading: Reading): void {
  const node = $getNodeByKey(key);
  if (!$isPictureNode(node) || reading === 'reading') return;
  if (reading === 'ended') $dropPicture(node);
  else {
    $setPictureData(node, reading);
    $setState(node, readingState, '');
  }
}

async function store(file: File): Promise<Result<PictureData, AppError>> {
  // What is wrong with a file shows only where it is decoded or drawn, as an exception of the browser.
  const scaled = await scalePicture(file).catch(() => err({ code: 'picture.unreadable' } as const));
  if (!scaled.ok) return scaled;
  const { width, height } = scaled.value;
  const added = await call('pictures.add', scaled.value);
  if (!added.ok) return added;
  return ok({
    picture: added.value,
    description: '',
    width: widthFor(width),
    naturalWidth: width,
    naturalHeight: height,
  });
}

/** The text is about this wide, in pixels: a small picture is not blown up to fill it. */
const TEXT_WIDTH_PX = 568;

const widthFor = (pixels: number): PictureWidth =>
  PICTURE_WIDTHS.find(width => pixels <= (TEXT_WIDTH_PX * width) / 100) ?? 100;

function tell(error: AppError): void {
  const { title, next } = describeError(error);
  showToast({ title, description: next });
}
