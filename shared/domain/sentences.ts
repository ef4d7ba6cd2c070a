import { cutEnd, plain, words, type Inline } from './inline-nodes.ts';

/** What stands at the end of a part and gives way where another follows. */
export const SOFT_END = /[\s.,;:،؛。，、；：]+$/u;
/** What ends a sentence, and stays. */
export const HARD_END = /[.!?…。！？؟][\s"'”’»)]*$/u;

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
  if (sentence.length === 0 || HARD_END.test(plain(sentence))) return sentence;
  return [...cutEnd(sentence, SOFT_END), ...words('.')];
}
