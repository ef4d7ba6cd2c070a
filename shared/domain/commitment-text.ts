import type { CommitmentStatus, PartOf } from './blocks.ts';
import { cutEnd, joined, plain, withFirst, words, type Inline } from './inline-nodes.ts';
import { ended, endsSentence, SOFT_END } from './sentences.ts';
import { isDay } from './day-text.ts';
import { withoutEnd } from './text-end.ts';

/** Who may stand before "will" whatever else is said. Of a name nobody knows its language. */
const PERSON = /^(?:i|we|you|he|she|they|we both|both of us|each of us|the two of us|you and i)$/iu;

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What promises begin with, and can stand behind "will". Anything else stands behind a colon. */
const DOES = wordsOf(`accept admit agree allow apologise apologize arrange ask attend avoid be begin
  blame bring buy call cancel cheat choose collect come continue delete describe do drink eat explain
  fetch find follow gamble get give go have hear hide hit include inform interrupt introduce invite join
  keep learn leave let lie listen make meet pay practise prepare protect put quit read remember remind
  remove replace reply return say see sell send shout sit smoke speak spend start stay steal stop swear
  take talk tell thank think try understand unfollow visit wait write yell`);
/** What may be done as well, but is as often a thing or how it is: only with what it is done to. */
const DOES_TO =
  wordsOf(`answer block book change check clean close cook drive drop end finish forward
  hand help hold limit look message mind move name offer open own phone plan practice reach repair repeat
  report respect ring set share show sleep stick support switch text turn use walk watch work`);
const IS_DONE_TO =
  /^(?:you|me|him|her|us|them|my|your|our|his|their|the|an?|this|these|up|out|back)$/iu;
/** Behind these a word was the name of something: "help is on its way". */
const SAYS_OF =
  /^(?:is|are|was|were|will|would|has|had|can|could|may|might|must|should|does|did)$/iu;

/** A promise not to do something: "by" a day would end it on that day. */
const IS_NOT =
  /^(?:(?:i|we|you|he|she|they)\s+)?(?:will\s+)?(?:not|never|no|don['’]t|won['’]t)(?![\p{L}\p{N}])/iu;

const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
/** Points in time that are no day which could be read. Any other wording says how it is meant: "daily". */
const IS_POINT = new RegExp(
  `^(?:tomorrow|noon|midnight|(?:next )?${WEEKDAY}|next (?:week|weekend|month|year)|the weekend` +
    `|the end of (?:the|this|next) (?:week|month|year)|(?:next )?${MONTH}(?: \\d{4})?` +
    String.raw`|\d{1,2}(?:[:.]\d{2})? ?[ap]m|\d{1,2}:\d{2})$`,
  'i',
);
/** How a day may begin that already says how it is meant. */
const HAS_PREPOSITION = /^(?:by|on|until|till|am|bis)\s/iu;

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
  const wantsBy = isPoint(by);
  const isNot = IS_NOT.test(plain(what)) && (wantsBy || /^by\s/iu.test(plain(by)));
  const until = wantsBy && !isNot ? [...words('by '), ...by] : by;
  if (said.length === 0) return until;
  if (plain(what) === '') return joined([said, until], ': ');
  const begun = cutEnd(said, SOFT_END);
  const goesOn = !isNot && !/[:.!?…]|\b(?:by|until)\b/iu.test(plain(begun));
  return [...begun, ...words(goesOn || endsSentence(begun) ? ' ' : ', '), ...until];
}

/** Whether a wording is a point in time, which wants a "by". */
function isPoint(by: Inline): boolean {
  const text = plain(cutEnd(by, SOFT_END));
  return IS_POINT.test(text) || (isDay(text) && !HAS_PREPOSITION.test(text));
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
  if (!isDeed(plain(what))) return joined([who, what], ': ');
  const subject = /^(?:i|we)$/iu.test(plain(person)) ? withFirst(person, 'upper') : person;
  return [...subject, ...words(' will '), ...withFirst(what, 'lower')];
}

/** Whether a text begins with what someone does. In doubt it does not. */
function isDeed(text: string): boolean {
  const [first = '', second = '', third = ''] = text.toLowerCase().split(/\s+/u);
  // A question in it would be no promise.
  if (/[?？؟]\s*\S/u.test(text)) return false;
  const [doing, next] = /^(?:not|never|always)$/u.test(first) ? [second, third] : [first, second];
  const deed = second === '' ? withoutEnd(doing, SOFT_END) : doing.replace(/,$/u, '');
  if (DOES.has(deed)) return !SAYS_OF.test(next);
  return DOES_TO.has(deed) && IS_DONE_TO.test(withoutEnd(next, SOFT_END));
}

function notice(text: Inline): Inline {
  if (plain(text) === '') return [];
  if (SAYS_ITSELF.test(plain(text))) return withFirst(text, 'upper');
  const lead = GOES_ON.test(plain(text)) ? 'You would notice ' : 'You would notice it like this: ';
  return [...words(lead), ...(GOES_ON.test(plain(text)) ? withFirst(text, 'lower') : text)];
}
