import { fillIn, type LetterNames } from './compose-letter.ts';

const VARIABLE = /\{(?:date|my name|their name)\}/gi;

/** Whether a text of a letter is this text of a template, whatever stands for its variables. */
export const isFrom = (given: string, text: string): boolean =>
  given.replaceAll(VARIABLE, '').trim() === ''
    ? given === text
    : fits(given, text, gap => gap !== '');

/** Whether a text, which the person may have changed, still is this text of a template. */
export const isUntouched = (given: string, text: string, names: LetterNames): boolean =>
  // The day in it may be another than that of the letter, but a day it is.
  fits(fillIn(given, { ...names, date: '' }), text, gap => /\p{N}/u.test(gap));

/** Whether a text is made of all that stands around the variables of another, in its order. */
function fits(given: string, text: string, mayStand: (gap: string) => boolean): boolean {
  if (text === given) return true;
  const [first = '', ...others] = given.split(VARIABLE);
  const last = others.pop();
  if (last === undefined || !text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let from = first.length;
  for (const part of others) {
    const at = text.indexOf(part, from + 1);
    if (at === -1 || !mayStand(text.slice(from, at))) return false;
    from = at + part.length;
  }
  return from < end && mayStand(text.slice(from, end));
}

/** A text with the variables in the place of both names, where they stand as words of their own. */
export const withVariables = (text: string, { personName, myName }: LetterNames): string =>
  withVariable(withVariable(text, personName, '{their name}'), myName, '{my name}');

/** A single letter, as "I", is too often no name. */
const SHORTEST_NAME = 2;

function withVariable(text: string, name: string, variable: string): string {
  const word = name.trim().replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
  if (name.trim().length < SHORTEST_NAME) return text;
  return text.replaceAll(
    new RegExp(String.raw`(?<![\p{L}\p{N}])${word}(?![\p{L}\p{N}])`, 'gu'),
    variable,
  );
}
