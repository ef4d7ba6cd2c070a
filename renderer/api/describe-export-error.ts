import type { AppError, NotWrittenReason } from '#shared/errors.ts';
import type { ErrorWords } from './describe-error.ts';

type ExportError = Extract<AppError, { code: `export.${string}` | 'print.failed' }>;

/** Failures of what was to leave the app. The writing in the vault is never touched by them. */
export function describeExportError(error: ExportError): ErrorWords {
  switch (error.code) {
    case 'export.cancelled':
      return say('Nothing was written', UNCHANGED, 'You can try again at any time.');
    case 'export.nothing':
      return say(
        'Nothing of this may be in that copy',
        'Nothing was written.',
        'Look at what stays out and why, or choose other writing.',
      );
    case 'export.gate':
      return error.result === null
        ? say('Some questions come first', 'Nothing was written.', 'Answer them, then go on.')
        : say(
            'Not from you, not now',
            'Nothing was written. Your letter is safe where it is.',
            'You can keep it here, or make a copy for yourself or for a counsellor.',
          );
    case 'export.notFound':
      return say('This export is over', UNCHANGED, 'Begin it again.');
    case 'export.notWritten': {
      const { title, next } = NOT_WRITTEN[error.reason];
      return say(title, leftBehind(error), next);
    }
    case 'export.tooMuchForZip':
      return say(
        'This is too much for one zip file',
        'Nothing was written.',
        'Choose a folder, or export it in parts. With a passphrase it is one file: export it in parts.',
      );
    case 'print.failed':
      return say(
        'Printing did not work',
        `Your letter is unchanged. (${error.reason})`,
        'Check the printer, or save it as a PDF and print that.',
      );
    default:
      return error satisfies never;
  }
}

const UNCHANGED = 'Nothing was changed.';

const leftBehind = ({ path, left }: Extract<ExportError, { code: 'export.notWritten' }>): string =>
  left === null
    ? `Nothing was written to ${path}`
    : `Nothing was written to ${path}, but an unfinished file could not be removed: ${left}`;

const NOT_WRITTEN: Readonly<Record<NotWrittenReason, { title: string; next: string }>> = {
  full: {
    title: 'There is not enough room there',
    next: 'Make some room, or choose another place.',
  },
  readOnly: {
    title: 'That place cannot be written to',
    next: 'Allow writing to the folder, or choose another place.',
  },
  gone: {
    title: 'That place cannot be reached',
    next: 'Reconnect the drive, or choose another place.',
  },
  taken: {
    title: 'Something else there has this name',
    next: 'Choose another name.',
  },
  failed: {
    title: 'The disk did not take it',
    next: 'Check that the drive is still connected, or choose another place.',
  },
};

const say = (title: string, kept: string, next: string): ErrorWords => ({ title, kept, next });
