import { QueryObserver, type QueryObserverResult } from '@tanstack/react-query';
import { $getNodeByKey, $getState, mergeRegister, type LexicalEditor, type NodeKey } from 'lexical';
import { PictureId } from '#shared/domain/ids.ts';
import type { Picture } from '#shared/domain/picture.ts';
import { appErrorOf } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { queryClient } from '../../api/query-client.ts';
import { showBytes, type Bytes } from './frame.ts';
import { $pictureDataOf, readingState } from './picture-state.ts';
import { $isPictureNode, PictureNode } from './PictureNode.ts';

interface Shown {
  readonly dom: HTMLElement;
  readonly picture: string;
  /** Lets the bytes go. */
  readonly stop: () => void;
}

/** Fetches the bytes of every picture on the sheet, once for all that are the same, and lets them go with it. */
export function registerShownPictures(editor: LexicalEditor): () => void {
  const shown = new Map<NodeKey, Shown>();

  function refresh(key: NodeKey): void {
    const dom = editor.getElementByKey(key);
    const picture = editor.getEditorState().read(() => $pictureIn(key), { editor });
    const before = shown.get(key);
    if (before !== undefined && before.dom === dom && before.picture === picture) return;
    before?.stop();
    shown.delete(key);
    if (dom === null || picture === null) return;
    shown.set(key, { dom, picture, stop: watch(picture, bytes => showBytes(dom, bytes)) });
  }

  return mergeRegister(
    editor.registerMutationListener(PictureNode, mutations => {
      for (const key of mutations.keys()) refresh(key);
    }),
    () => {
      for (const { stop } of shown.values()) stop();
    },
  );
}

/** The id of a picture that is there to be shown; null while its file is still being read. */
const $pictureIn = (key: NodeKey): string | null => {
  const node = $getNodeByKey(key);
  const isThere = $isPictureNode(node) && $getState(node, readingState) === '';
  return isThere ? $pictureDataOf(node).picture : null;
};

/** Reports the bytes of a picture as a URL until the returned function is called. */
function watch(picture: string, report: (bytes: Bytes) => void): () => void {
  const id = PictureId.safeParse(picture);
  if (!id.success) {
    report({ state: 'missing' });
    return () => undefined;
  }
  const observer = new QueryObserver(queryClient, queries.picture(id.data));
  let url: string | null = null;
  const show = ({ data, error }: QueryObserverResult<Picture>) => {
    if (url !== null) return;
    if (data !== undefined) {
      url = URL.createObjectURL(new Blob([new Uint8Array(data.bytes)], { type: data.mediaType }));
      report({ state: 'shown', url });
      return;
    }
    if (error === null) report({ state: 'loading' });
    else report({ state: isMissing(error) ? 'missing' : 'broken' });
  };
  const stop = observer.subscribe(show);
  show(observer.getCurrentResult());
  return () => {
    stop();
    if (url !== null) URL.revokeObjectURL(url);
  };
}

const isMissing = (error: Error): boolean => appErrorOf(error).code === 'picture.notFound';
