import { create } from 'zustand';
import type { Span } from './long-view.ts';

interface LongViewState {
  readonly isShown: boolean;
  readonly span: Span;
}

/** Whether the long view was asked for. It is off at first, and again after each lock. */
export const useLongView = create<LongViewState>()(() => ({ isShown: false, span: 'weeks' }));
