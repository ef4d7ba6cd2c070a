/** A file that the person chose, or that lies in a folder they chose. */
export interface FileToRead {
  /** Its place among the files of the import, from 0. */
  readonly index: number;
  readonly path: string;
}

/** What main tells the process that reads. A port to the vault process comes with it. */
export interface ReadOrder {
  readonly type: 'read';
  readonly files: readonly FileToRead[];
}

/** What the process tells main. Never a word of what it reads. */
export type ReadReport =
  | { readonly type: 'began' | 'done'; readonly index: number }
  /** The vault would not take what is in it, and the next one is read. */
  | { readonly type: 'refused'; readonly index: number }
  /** It waits for the person: that takes as long as it takes. */
  | { readonly type: 'waiting' }
  | { readonly type: 'finished' };
