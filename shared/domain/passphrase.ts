/** The shortest passphrase a vault accepts, in characters as the person counts them. */
export const PASSPHRASE_MINIMUM = 10;

/** Whether a new passphrase is long enough to be used. */
export const isLongEnough = (passphrase: string): boolean =>
  Array.from(passphrase.normalize('NFC')).length >= PASSPHRASE_MINIMUM;
