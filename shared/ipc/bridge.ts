import type { ActionId } from '../actions.ts';

/** The part of the vault that changed; queries whose key starts with it are stale. */
export type Topic = 'entries' | 'journeys' | 'templates' | 'settings' | 'history' | 'receipts';

/** Facts announced to the page. They never carry data to be stored. */
export type AppEvent =
  | { readonly type: 'data-changed'; readonly topics: readonly Topic[] }
  /** A menu item or its accelerator was used. */
  | { readonly type: 'action'; readonly id: ActionId }
  /**
   * The window is about to lock or close: save what was typed, then call `shell.flushed` with this
   * number. Several may come before the first is answered.
   */
  | { readonly type: 'flush'; readonly asked: number }
  /** How far a move of the vault has come, in bytes. */
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  /** The vault process ended by itself; nothing can be saved until the vault is unlocked again. */
  | { readonly type: 'vault-gone' };

/** What the preload gives the page: two functions, plain data in both directions. */
export interface Bridge {
  /** Asks a procedure of the contract; resolves to its `Reply`, never rejects. */
  invoke(procedure: string, input: unknown): Promise<unknown>;
  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: (event: AppEvent) => void): () => void;
}
