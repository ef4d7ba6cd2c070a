import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { EditorHandle } from '../../editor/Editor.tsx';
import { OpenFindBar } from './OpenFindBar.tsx';

/** Finds and replaces in the open letter. Closed, it is not there. */
export function FindBar({ editor: { finder } }: { readonly editor: EditorHandle }) {
  const isOpen = useStore(finder.state, state => state.isOpen);
  // Nothing that was looked for in a letter outlives it.
  useEffect(() => finder.forget, [finder]);
  return isOpen && <OpenFindBar finder={finder} />;
}
