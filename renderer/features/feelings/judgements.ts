import { feelings, type Judgement } from '#shared/content/feelings.ts';
import { fold } from '../../editor/search/fold.ts';

/** Text as words are compared: no accents, no case, one spelling for "criticised" and "criticized". */
export const plain = (text: string): string => fold(text).text.replaceAll(/iz(?=e|i)/g, 'is');

/** "I used to" tells of a habit, not of being used. */
const NOT_BEFORE: Readonly<Record<string, string>> = { used: String.raw`(?!\s+to\b)` };

const patterns = feelings.pseudo_feelings.map(judgement => ({
  judgement,
  pattern: new RegExp(
    String.raw`(?<![\p{L}\p{N}])${plain(judgement.word).replaceAll(' ', String.raw`\s+`)}(?![\p{L}\p{N}])${NOT_BEFORE[judgement.word] ?? ''}`,
    'u',
  ),
}));

/** A judgement word in a text that feelings and needs may lie beneath. Words for real harm are left alone. */
export function judgementIn(
  text: string,
  dismissed: readonly string[] = [],
): Judgement | undefined {
  const line = plain(text);
  return patterns.find(
    ({ judgement, pattern }) =>
      judgement.note === 'offer' && !dismissed.includes(judgement.word) && pattern.test(line),
  )?.judgement;
}

const GENERAL =
  /(?<![\p{L}\p{N}])(?:always|never|every (?:single )?time|constantly|all the time)(?![\p{L}\p{N}])/u;

/** A word that speaks of every time, where one moment would be easier to hear. */
export const generalIn = (text: string): string | undefined => GENERAL.exec(plain(text))?.[0];
