import { Decrypter } from 'age-encryption';
import { IMPORT_LIMITS } from '#shared/domain/import.ts';
import { Unreadable } from '../problem.ts';

const BEGINNING = 'age-encryption.org/v1\n';

/** Whether bytes begin like an age file. */
export const isSealed = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, BEGINNING.length)).toString('latin1') === BEGINNING;

/** Asks for what opens the file; null to leave it out. */
export type AskPassphrase = (wrong: boolean) => Promise<string | null>;

/** Opens a sealed file. @throws Unreadable if nobody opens it, or it is damaged. */
export async function openSealed(bytes: Uint8Array, ask: AskPassphrase): Promise<Uint8Array> {
  if (!isForPassphrase(bytes)) throw new Unreadable('sealed');
  for (let wrong = false; ; wrong = true) {
    const passphrase = await ask(wrong);
    if (passphrase === null) throw new Unreadable('sealed');
    const opened = await tryOpen(bytes, passphrase);
    if (opened !== null) return opened;
  }
}

/** A file that is sealed for a key, not with a passphrase, can not be opened here. */
const isForPassphrase = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(BEGINNING.length, BEGINNING.length + 200))
    .toString('latin1')
    .startsWith('-> scrypt ');

async function tryOpen(bytes: Uint8Array, passphrase: string): Promise<Uint8Array | null> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  let opened: Uint8Array;
  try {
    opened = await decrypter.decrypt(bytes);
  } catch (error) {
    if (isWrongPassphrase(error)) return null;
    throw new Unreadable('damaged');
  }
  if (opened.length > IMPORT_LIMITS.fileBytes) throw new Unreadable('tooLarge');
  return opened;
}

const isWrongPassphrase = (error: unknown): boolean =>
  error instanceof Error && /no identity matched/i.test(error.message);
