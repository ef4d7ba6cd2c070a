import { Marked, Tokenizer, type Tokens } from 'marked';
import type { Losses } from '../item.ts';
import { isMarkup, onlyMarkup } from './only-markup.ts';

/**
 * CommonMark with the tables, boxes and struck words of GitHub, as HTML. What Markdown would hide of
 * what a person wrote stays as text: "[Me]: sorry", "<Anna>", "<title> of the book", "<!-- no end".
 * @param breaks whether the end of a line is one in the text too.
 */
export function markdownToHtml(text: string, losses: Losses, breaks: boolean): string {
  const targets = targetsUsed(text, breaks);
  const marked = parser(breaks, new WordsTokenizer(targets));
  return onlyMarkup(marked.parse(text) as string, losses);
}

const parser = (breaks: boolean, tokenizer: Tokenizer): Marked =>
  new Marked().setOptions({ gfm: true, async: false, breaks, tokenizer });

/** The labels of "[label]: address" that a link or a picture of the text leads to. */
function targetsUsed(text: string, breaks: boolean): ReadonlySet<string> {
  const used = new Set<string>();
  // Without one of them, there is nothing to look for.
  if (!/^[ \t>*+\-\d.)]*\[[^\]]+\]:/m.test(text)) return used;
  const marked = parser(breaks, new Tokenizer());
  void marked.walkTokens(marked.lexer(text), ({ type, raw }) => {
    const label = type === 'link' || type === 'image' ? /\[([^[\]]*)\]$/.exec(raw)?.[1] : undefined;
    if (label === undefined) return;
    const first = raw.slice(raw.indexOf('[') + 1, raw.indexOf(']'));
    used.add(tagOf(label === '' ? first : label));
  });
  return used;
}

/** As `marked` names them. */
const tagOf = (label: string): string => label.toLowerCase().replaceAll(/\s+/g, ' ');

class WordsTokenizer extends Tokenizer {
  readonly #targets: ReadonlySet<string>;
  /** What begins and does not end: it is not looked for again. */
  readonly #endless = new Set<string>();

  constructor(targets: ReadonlySet<string>) {
    super();
    this.#targets = targets;
  }

  override def(src: string): Tokens.Def | undefined {
    const token = super.def(src);
    if (token === undefined) return undefined;
    const first = this.lexer.tokens.links[token.tag];
    const isAnother =
      first !== undefined && (first.href !== token.href || first.title !== token.title);
    return this.#targets.has(tagOf(token.tag)) && !isAnother ? token : undefined;
  }

  override html(src: string): Tokens.HTML | undefined {
    const opening = /^ {0,3}<(?:!--|[a-z][\w-]*)/i.exec(src)?.[0].trim().toLowerCase();
    if (opening !== undefined && this.#endless.has(opening)) return undefined;
    const token = super.html(src);
    if (token === undefined || isMarkup(token.raw, token.raw.indexOf('<'))) return token;
    if (opening !== undefined) this.#endless.add(opening);
    return undefined;
  }
}
