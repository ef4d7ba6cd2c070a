import type { AppError } from '#shared/errors.ts';
import type { ErrorWords } from './describe-error.ts';

type EntryError = Extract<AppError, { code: `entry.${string}` }>;

export const isEntryError = (error: AppError): error is EntryError =>
  error.code.startsWith('entry.');

/** Where what was typed is, after something failed: in an open letter, or anywhere else. */
export const textIsHere = (hasText: boolean): string =>
  hasText ? 'Your text is still here, in this window.' : 'What was saved is safe.';

/** Failures of one piece of writing: to find it, to save it, to put it away. */
export function describeEntryError(error: EntryError, hasText: boolean): ErrorWords {
  switch (error.code) {
    case 'entry.notFound':
      return say(
        'This piece of writing is no longer in the vault',
        hasText ? textIsHere(hasText) : UNCHANGED,
        `If you deleted it just now, undo that.${hasText ? ' Otherwise save the text as a new one.' : ''}`,
      );
    case 'entry.conflict':
      return say(
        'Another copy of this was saved in the meantime',
        `${textIsHere(hasText)} The other copy was not overwritten.`,
        'Save this text as a new piece of writing, and compare the two.',
      );
    case 'entry.emptied':
      return say(
        'All of the text disappeared at once',
        'Your letter is still in the vault as it was. The empty page was not saved over it.',
        'Go back to the saved text. If you meant to empty the letter, select all of it there and delete it.',
      );
    case 'entry.tooLarge':
      return say(
        'This piece of writing has become too large',
        `${textIsHere(hasText)} One piece can hold about ${Math.round(error.limit / 1024 / 1024)} MB.`,
        'Copy part of it into a new page, and shorten this one.',
      );
    case 'entry.sealed':
      return say(
        'This letter is sealed to cool off',
        'Nothing of it is lost.',
        'It opens by itself on its day. To read it sooner, open it from All writing.',
      );
    case 'entry.notSealable':
      return say(
        'A letter cannot be sealed to that day',
        UNCHANGED,
        'Choose a day from tomorrow on, within a year.',
      );
    default:
      return error satisfies never;
  }
}

const UNCHANGED = 'Nothing was changed.';

const say = (title: string, kept: string, next: string): ErrorWords => ({ title, kept, next });
