import type { CommitmentStatus, PartOf } from './blocks.ts';
import { cutEnd, joined, plain, withFirst, words, type Inline } from './inline-nodes.ts';
import { ended, HARD_END, SOFT_END } from './sentences.ts';

/** Who may stand before "will" whatever else is said. Of a name nobody knows its language. */
const PERSON = /^(?:i|we|you|he|she|they|we both|both of us|each of us|the two of us|you and i)$/iu;

/** What promises begin with, and what can stand behind "will". Anything else stands behind a colon. */
const DOES = new Set(
  `accept admit agree allow always answer apologise apologize arrange ask attend avoid be begin block
  book bring buy call cancel change check choose clean close collect come continue cook delete describe
  do drive drop eat end explain fetch find finish follow forward get give go hand have hear help hold
  include inform introduce invite join keep learn leave let limit listen look make meet message mind move
  name never not offer open own pay phone plan practise practice prepare protect put quit reach read
  remember remind remove repair repeat replace reply report respect return ring say see sell send set
  share show sit sleep speak spend start stay stick stop support switch take talk tell text thank think
  try turn understand unfollow use visit wait walk watch work write`.split(/\s+/),
);

/** The writer's own "by", "from", "every": no other word is set before them. */
const HAS_PREPOSITION =
  /^(?:by|from|until|till|before|after|at|on|in|each|every|within|starting)\b/iu;
/** A point in time, which wants a "by". Any other wording says itself how it is meant: "soon", "daily". */
const IS_POINT =
  /^(?:\d(?!\d*\s*(?:minute|hour|day|night|week|month|year|time))|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|march|apr|may\b|june|july|aug|sep|oct|nov|dec|tomorrow|next|the|noon|midnight)(?!s?\s*(?:and|or)\b))/iu;

/** A notice that already says who sees what. */
const SAYS_ITSELF = /^you\s+(?:would|will|can|could|should)\s/iu;
/** One that goes on from "you would notice". */
const GOES_ON = /^(?:by|because|when|if|that|how|from)\s/iu;

const STANDING: Readonly<Record<CommitmentStatus, string>> = {
  open: '',
  kept: 'This was kept.',
  missed: 'This was missed.',
  repaired: 'This was missed, and repaired.',
};

/**
 * A promise as one would hand it over: "I will call every evening by 17 May. You would notice it like
 * this: the phone rings." Empty where nothing was written.
 */
export function commitmentSentences(
  part: (name: PartOf<'commitment'>) => Inline,
  status: CommitmentStatus,
): Inline {
  const sentences = [promise(part('who'), part('what'), part('by')), notice(part('notice'))];
  if (sentences.every(sentence => sentence.length === 0)) return [];
  return joined([...sentences.map(ended), words(STANDING[status])], ' ');
}

function promise(who: Inline, what: Inline, by: Inline): Inline {
  const said = whoDoesWhat(who, what);
  if (plain(by) === '') return said;
  const isBare = HAS_PREPOSITION.test(plain(by)) || !IS_POINT.test(plain(by));
  const until = isBare ? by : [...words('by '), ...by];
  if (said.length === 0) return until;
  if (plain(what) === '') return joined([said, until], ': ');
  const begun = cutEnd(said, SOFT_END);
  const goesOn = !HARD_END.test(plain(begun)) && !/:|\b(?:by|until)\b/iu.test(plain(begun));
  return [...begun, ...words(goesOn || HARD_END.test(plain(begun)) ? ' ' : ', '), ...until];
}

function whoDoesWhat(who: Inline, what: Inline): Inline {
  const person = cutEnd(who, SOFT_END);
  const [first = '', second = ''] = plain(what).split(/\s+/u);
  if (who.length === 0) return what;
  // "I will be home by seven" says itself who will.
  if (
    plain(what)
      .toLowerCase()
      .startsWith(`${plain(person).toLowerCase()} `)
  )
    return what;
  if (!PERSON.test(plain(person))) return joined([who, what], ': ');
  if (/^will$/iu.test(first) && second !== '') return joined([who, what], ' ');
  const doing = first.replace(/\P{L}+$/u, '').toLowerCase();
  if (!DOES.has(doing)) return joined([who, what], ': ');
  const subject = /^(?:i|we)$/iu.test(plain(person)) ? withFirst(person, 'upper') : person;
  return [...subject, ...words(' will '), ...withFirst(what, 'lower')];
}

function notice(text: Inline): Inline {
  if (plain(text) === '') return [];
  if (SAYS_ITSELF.test(plain(text))) return withFirst(text, 'upper');
  const lead = GOES_ON.test(plain(text)) ? 'You would notice ' : 'You would notice it like this: ';
  return [...words(lead), ...(GOES_ON.test(plain(text)) ? withFirst(text, 'lower') : text)];
}
