import { z } from 'zod';
import { parseContent } from './parse-content.ts';
import shipped from './feelings.json' with { type: 'json' };

const text = z.string().min(1);

const Leaf = z.strictObject({ word: text, definition: text });
const Mid = z.strictObject({ word: text, gloss: text, leaf: z.array(Leaf).min(1) });
const Core = z.strictObject({ core: text, gloss: text, mid: z.array(Mid).min(1) });
const NeedGroup = z.strictObject({ group: text, words: z.array(text).min(1) });
/** `often`: feelings of the wheel that some people notice together with it. It proves nothing. */
const Sensation = z.strictObject({
  name: text,
  where: text,
  notice: text,
  often: z.array(text).min(3).max(6),
});
/** `quiet`: the word may name real harm, so no other word is ever offered for it. */
const Judgement = z.strictObject({
  word: text,
  likely_feelings: z.array(text).min(1),
  needs: z.array(text).min(1),
  note: z.enum(['offer', 'quiet']),
});

export type Sensation = z.infer<typeof Sensation>;
export type Judgement = z.infer<typeof Judgement>;
export type NeedGroup = z.infer<typeof NeedGroup>;

const Feelings = z.strictObject({
  feelings: z.array(Core).length(8),
  needs: z.array(NeedGroup).min(1),
  body_sensations: z.array(Sensation).min(1),
  pseudo_feelings: z.array(Judgement).min(1),
});

/** The words for feelings, needs and the body. One that does not fit stops the build, with its place named. */
export const feelings = parseContent('feelings.json', Feelings, shipped);
