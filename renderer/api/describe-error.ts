import type { AppError } from '#shared/errors.ts';
import { appErrorOf } from './client.ts';
import { describeBackupError, isBackupError } from './describe-backup-error.ts';
import { describeEntryError, isEntryError, textIsHere } from './describe-entry-error.ts';
import { describeExportError } from './describe-export-error.ts';
import { describeImportError, isImportError } from './describe-import-error.ts';

/** A failure in the words of the person: what happened, what was kept, what to do next. */
export interface ErrorWords {
  readonly title: string;
  readonly kept: string;
  readonly next: string;
}

/** The words for whatever a query threw. */
export const describeThrown = (thrown: unknown): ErrorWords => describeError(appErrorOf(thrown));

/** Where the person is when it fails: at a letter's open text, elsewhere in the app, or before the lock. */
export type Place = 'letter' | 'app' | 'door';

const unchanged = 'Nothing was changed.';

/** The one place where a failure becomes a sentence. */
export function describeError(error: AppError, place: Place = 'app'): ErrorWords {
  const hasText = place === 'letter';
  const textHere = textIsHere(hasText);
  const orCopy = hasText ? ' Or copy the text somewhere safe.' : '';
  if (isBackupError(error)) return describeBackupError(error);
  if (isImportError(error)) return describeImportError(error);
  if (isEntryError(error)) return describeEntryError(error, hasText);
  switch (error.code) {
    case 'vault.absent':
      return say('There is no vault in this folder yet', unchanged, 'Create one to begin.');
    case 'vault.exists':
      return say(
        'There is already a vault in this folder',
        `It was left as it is: ${error.folder}`,
        'Start again and unlock it with its own passphrase.',
      );
    case 'vault.locked':
      return say('Your writing is locked', unchanged, 'Unlock it to go on.');
    case 'vault.wrongPassphrase':
      return say(
        'That passphrase does not open this vault',
        unchanged,
        'Look at Caps Lock and the keyboard layout, and type it again.',
      );
    case 'vault.recoveryMistyped':
      return say(
        'That is not a whole recovery code',
        unchanged,
        'It has 34 letters and digits. Compare it with your copy: at least one is missing or different.',
      );
    case 'vault.wrongRecoveryCode':
      return say(
        'That recovery code does not open this vault',
        unchanged,
        'It may belong to another vault, or a newer code has taken its place.',
      );
    case 'vault.tooSoon':
      return say(
        'Please wait a moment before the next try',
        unchanged,
        'The wait slows down anyone who is guessing.',
      );
    case 'vault.passphraseTooShort':
      return say(
        `A passphrase needs at least ${error.minimum} characters`,
        unchanged,
        'Several words you can remember are stronger than one difficult word.',
      );
    case 'vault.newerVersion':
      return say(
        'This vault was made by a newer version of Amends',
        `It was not opened, and nothing in it was changed: ${error.path}`,
        'Install the newer version, or the one you used last, and open it there.',
      );
    case 'vault.keyringDamaged':
      return say(
        'The key file of this vault is damaged',
        `Nothing was changed. The file is ${error.path}`,
        'Put back a copy of this file from a backup of the folder, then try again. Your passphrase cannot open the vault without it.',
      );
    case 'vault.keyringMissing':
      return say(
        'The key file of this vault is missing',
        `Nothing was changed. It should be at ${error.path}`,
        'If the folder was moved or is still being copied, bring the whole of it back, then try again.',
      );
    case 'vault.databaseDamaged':
      return say(
        'The file that holds your writing is damaged',
        hasText
          ? `${textHere} Nothing more was written to ${error.path}`
          : `The passphrase is right, and nothing was changed. The file is ${error.path}`,
        hasText
          ? 'Copy your text. Then lock, and make a copy of the whole folder before anything else.'
          : 'Make a copy of the whole folder before anything else. Nothing here deletes anything.',
      );
    case 'vault.databaseMissing':
      return say(
        'The file that holds your writing is missing',
        `The key file is there, and nothing was changed. The file should be at ${error.path}`,
        'If the folder was moved or is still being copied, bring the whole of it back, then try again.',
      );
    case 'vault.databaseReplaced':
      return say(
        'The file of your writing was replaced by another program',
        `${textHere} ${error.recovered === undefined ? `Nothing more was written to ${error.path}` : `All your writing was put into a new file beside it: ${error.recovered}`}`,
        `${hasText ? 'Copy your text, then lock' : 'Lock'} and unlock. If a sync program works in this folder, pause it first.`,
      );
    case 'vault.inUse':
      return say(
        'This vault is open somewhere else',
        `Nothing was changed. The file is ${error.path}`,
        'Close the other window of Amends that uses it, then try again.',
      );
    case 'vault.oldKeyRemains':
      return say(
        'Done, but one file could not be changed',
        `Your writing is safe. The passphrase or code of before still opens ${error.path}`,
        'Reconnect the drive and do the same again, or delete this file yourself.',
      );
    case 'vault.noNewCode':
      return say(
        'This recovery code can not be shown any more',
        'The code itself still opens the vault.',
        'If you do not have it, make a new one in Preferences.',
      );
    case 'vault.keysUnfinished':
      return say(
        'New keys are still being made',
        'Something interrupted it. Your writing is safe; the old and the new passphrase both open it.',
        'Finish it first: Preferences, “Someone may know it”.',
      );
    case 'vault.gone':
      return say(
        'The vault closed unexpectedly',
        hasText ? `What was saved is safe. ${textHere}` : textHere,
        AFTER_VAULT_GONE[place],
      );
    case 'vault.unreachable':
      return say(
        'This vault is not where it was',
        'Nothing was created or changed.',
        'If it is on a drive or a stick, plug it in and try again. If its folder was moved, add it from its new place.',
      );
    case 'vault.notHere':
      return say(
        'There is no vault in this folder',
        `Nothing was changed. The folder is ${error.folder}`,
        'Choose the folder that holds the file “vault.keys”.',
      );
    case 'disk.full':
      return say(
        'The disk is full',
        textHere,
        `Make some room on the disk, then try again.${orCopy}`,
      );
    case 'disk.readOnly':
      return say(
        'The folder cannot be written to',
        `${textHere} The place is ${error.path}`,
        'Allow writing to this folder, or reconnect the drive, then try again.',
      );
    case 'disk.noFolder':
      return say(
        'That folder does not exist',
        `Nothing was written. The folder is ${error.folder}`,
        'Choose another place.',
      );
    case 'disk.failed':
      return say(
        'The disk did not take it',
        `${textHere} The place is ${error.path} (${error.reason})`,
        `Check that the drive is still connected, then try again.${orCopy}`,
      );
    case 'revision.notFound':
      return say('This version is not kept any more', unchanged, 'Choose another version.');
    case 'template.notFound':
      return say('This template is not available', unchanged, 'Choose another, or a blank page.');
    case 'journey.notFound':
      return say('This person is not in the vault any more', unchanged, 'Choose again.');
    case 'picture.notFound':
      return say(
        'This picture is not in the vault',
        'The text around it is unchanged.',
        'Insert the picture again, or remove its place.',
      );
    case 'picture.tooLarge':
      return say(
        'This picture is too large',
        unchanged,
        `One picture can hold about ${Math.round(error.limit / 1024 / 1024)} MB. Make it smaller, and insert it again.`,
      );
    case 'picture.unreadable':
      return say(
        'This file is not a picture that Amends can read',
        unchanged,
        'PNG, JPEG, WebP and GIF pictures work. Save it as one of these, and insert it again.',
      );
    case 'export.cancelled':
    case 'export.nothing':
    case 'export.gate':
    case 'export.notFound':
    case 'export.notWritten':
    case 'export.tooMuchForZip':
    case 'print.failed':
      return describeExportError(error);
    case 'ipc.unknownProcedure':
    case 'ipc.invalidInput':
    case 'ipc.untrustedSender':
      return say(
        'Amends could not understand this request',
        unchanged,
        'This is a fault in the program. Locking and unlocking usually helps.',
      );
    case 'internal':
      return say(
        'Something went wrong inside Amends',
        `What was saved is safe. (Note ${error.incident})`,
        'Try again. If it happens again, copy your text, then lock and unlock.',
      );
    default:
      return error satisfies never;
  }
}

const AFTER_VAULT_GONE: Readonly<Record<Place, string>> = {
  letter: 'Copy anything that is not saved, then lock and unlock again.',
  app: 'Lock and unlock again.',
  door: 'Try again.',
};

const say = (title: string, kept: string, next: string): ErrorWords => ({ title, kept, next });
