import { cutEnd, plain, words, type Inline } from './inline-nodes.ts';
import { withoutEnd } from './text-end.ts';

/** What stands at the end of a part and gives way where another follows. */
export const SOFT_END = /[\s.,;:،؛。，、；：]/u;

const HARD_END = /[.!?…。！？؟]$/u;
/** What may stand behind the end of a sentence. */
const CLOSES = /[\s"'”’»)]/u;

/** Whether a line ends as a sentence does, with a mark that stays. */
export const endsSentence = (nodes: Inline): boolean =>
  HARD_END.test(withoutEnd(plain(nodes), CLOSES));

/** The words that lead into a part, less those that the writer began it with. */
export function withLead(lead: string, nodes: Inline): Inline {
  const text = plain(nodes).toLowerCase();
  if (text === '') return [];
  const leading = lead.split(' ');
  const from = leading.findIndex((_, at) =>
    new RegExp(`^${leading.slice(at).join('\\s+')}\\s`, 'i').test(text),
  );
  const needed = from === -1 ? leading : leading.slice(0, from);
  return [...words(needed.map(word => `${word} `).join('')), ...nodes];
}

/** A sentence with the mark at its end that it needs. */
export function ended(sentence: Inline): Inline {
  if (sentence.length === 0 || endsSentence(sentence)) return sentence;
  return [...cutEnd(sentence, SOFT_END), ...words('.')];
}
