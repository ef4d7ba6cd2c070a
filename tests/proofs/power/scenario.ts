/** Something that writes to the disk and must survive a power cut at any point. */
export interface Scenario {
  /** Makes what is on the disk before. */
  readonly prepare: (folder: string) => Promise<void>;
  /** Runs in a recorded process; `acknowledge` tells what is promised to be on disk from now on. */
  readonly run: (folder: string, acknowledge: (promise: string) => void) => Promise<void>;
  /**
   * What is wrong with a disk that was found after a power cut, when all of this had been
   * acknowledged; nothing, for one that is as it must be.
   */
  readonly problemsOf: (folder: string, acknowledged: readonly string[]) => Promise<string[]>;
}
