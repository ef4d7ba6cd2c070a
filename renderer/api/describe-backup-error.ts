import type { AppError } from '#shared/errors.ts';
import type { ErrorWords } from './describe-error.ts';

type BackupError = Extract<AppError, { code: `snapshot.${string}` | 'folder.unusable' }>;

export const isBackupError = (error: AppError): error is BackupError =>
  error.code.startsWith('snapshot.') || error.code === 'folder.unusable';

/** Failures of backups, and of the folders that a vault or its backups go to. */
export function describeBackupError(error: BackupError): ErrorWords {
  switch (error.code) {
    case 'snapshot.none':
      return say(
        'There is no backup yet',
        'Nothing was changed.',
        'Make one now. It takes a moment.',
      );
    case 'snapshot.notFound':
      return say('This backup is no longer there', 'Nothing was changed.', 'Choose another one.');
    case 'snapshot.damaged':
      return say(
        'This backup is damaged',
        'It was left as it is, and nothing was brought back from it.',
        'Choose another one. If your writing opens, make a new backup now.',
      );
    case 'snapshot.unreadable':
      return say(
        'This is not a backup that Amends can read',
        `Nothing was changed. The file is ${error.path}`,
        'Choose another file or folder.',
      );
    case 'snapshot.notErased':
      return say(
        'This piece of writing is still in the vault',
        'No backup was removed.',
        'Let go of it first, under Recently deleted.',
      );
    case 'folder.unusable':
      return say(
        UNUSABLE_FOLDER[error.reason].title,
        `Nothing was changed. The folder is ${error.path}`,
        UNUSABLE_FOLDER[error.reason].next,
      );
    default:
      return error satisfies never;
  }
}

const UNUSABLE_FOLDER = {
  missing: {
    title: 'That folder cannot be reached',
    next: 'Reconnect the drive, or choose another.',
  },
  notEmpty: {
    title: 'That folder is not empty',
    next: 'Choose an empty folder, or make a new one.',
  },
  insideVault: {
    title: 'That folder belongs to the vault itself',
    next: 'Choose a folder somewhere else, best on another drive.',
  },
} as const;

const say = (title: string, kept: string, next: string): ErrorWords => ({ title, kept, next });
