import { feelings, type Judgement, type Sensation } from '#shared/content/feelings.ts';
import { hitsIn } from '../../editor/search/fold.ts';
import { plain } from './judgements.ts';
import { wheelWords, type WheelWord } from './vocabulary.ts';

export interface Found {
  /** Those whose own word fits come before those whose meaning does. */
  readonly words: readonly WheelWord[];
  readonly judgements: readonly Judgement[];
  readonly sensations: readonly Sensation[];
}

/** What fits the search: by word, meaning, judgement word or place in the body. */
export function lookUp(search: string): Found {
  const wanted = plain(search).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return { words: [], judgements: [], sensations: [] };
  const fits = (text: string) => wanted.every(word => hitsIn(plain(text), [word]).length > 0);
  const named = wheelWords.filter(({ word }) => fits(word));
  const meant = wheelWords.filter(
    each => !named.includes(each) && fits(`${each.word} ${each.definition}`),
  );
  return {
    words: [...named, ...meant],
    judgements: feelings.pseudo_feelings.filter(({ word }) => fits(word)),
    sensations: feelings.body_sensations.filter(({ name, where, notice }) =>
      fits(`${name} ${where} ${notice}`),
    ),
  };
}

/** The search as the person's own word; undefined where it is one of ours, or may become one. */
export function ownWordOf(search: string, found: Found): string | undefined {
  const word = search.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  const isBegun = [...found.words, ...found.judgements].some(each => each.word.startsWith(word));
  const isOneFeeling = word !== '' && !/[,;]|\band\b/u.test(word) && word.length <= 40;
  return isOneFeeling && !isBegun ? word : undefined;
}
