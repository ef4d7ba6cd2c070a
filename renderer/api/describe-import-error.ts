import type { AppError } from '#shared/errors.ts';
import type { ErrorWords } from './describe-error.ts';

type ImportError = Extract<AppError, { code: `import.${string}` }>;

export const isImportError = (error: AppError): error is ImportError =>
  error.code.startsWith('import.');

/** Failures of what was to come in. The files and the writing in the vault stay as they are. */
export function describeImportError(error: ImportError): ErrorWords {
  switch (error.code) {
    case 'import.cancelled':
      return say('Nothing was imported', 'You can choose files again at any time.');
    case 'import.notFound':
      return say('This import is over', 'Choose the files once more.');
    case 'import.nothing':
      return say(
        'There is nothing new to take in',
        'All of it is here already, or nothing in the files could be read.',
      );
    default:
      return error satisfies never;
  }
}

const say = (title: string, next: string): ErrorWords => ({
  title,
  kept: 'Nothing was changed.',
  next,
});
