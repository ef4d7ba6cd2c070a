import type { Day } from '#shared/domain/day.ts';
import type { Argon2, KdfCost } from './vault/argon2.ts';

export interface Clock {
  /** Epoch milliseconds, as the wall clock tells them. */
  readonly now: () => number;
  /** The local calendar day. */
  readonly today: () => Day;
  /** Milliseconds that never jump, whatever happens to the wall clock. */
  readonly monotonic: () => number;
}

/** An unexpected failure. It never carries text of the writer: error messages may quote it. */
export interface LogRecord {
  readonly event: 'incident' | 'kdf-fallback';
  readonly incident?: string;
  readonly procedure?: string;
  readonly error?: string;
  /** Where in the code, without the message. */
  readonly frames?: readonly string[];
}

/** All that core needs from outside. */
export interface Ports {
  /** Absolute path of the folder that holds one vault. */
  readonly vaultFolder: string;
  /** Where drafts are kept that neither the database nor its folder takes; null for nowhere. */
  readonly spareFolder: string | null;
  /** BCP 47; the language of dates in a printed letter. */
  readonly locale: string;
  readonly clock: Clock;
  /** How many bytes may still be written to the disk that a folder lies on. */
  readonly freeBytes: (folder: string) => number;
  /** A new random UUID. */
  readonly newId: () => string;
  /** How costly a guess at a new passphrase shall be on this machine. */
  readonly chooseKdfCost: (argon2: Argon2) => Promise<KdfCost>;
  readonly log: (record: LogRecord) => void;
}
