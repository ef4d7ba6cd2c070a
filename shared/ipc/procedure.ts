import { z } from 'zod';

/** What can be asked: with what, and what comes back. */
export const procedure = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  input,
  output,
});

export const nothing = z.void();

/** Long enough for any sentence, short enough that no one can make the key derivation crawl. */
export const Passphrase = z.string().max(1024);

export const path = z.string().min(1).max(4096);
