import { useSyncExternalStore } from 'react';
import type { CaretPlace, EditorHandle } from '../../editor/handle.ts';

/** The part or line the caret is in, as it is written now. */
export const usePlace = ({ place }: EditorHandle): CaretPlace =>
  useSyncExternalStore(place.subscribe, place.get);
