import type { Losses } from '../item.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that mean how words look or stand. Between < and > of any other are words. */
const MARKUP = words(
  'a abbr acronym address article aside b bdi bdo big blockquote body br button caption center cite code col colgroup dd del details dfn dialog div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup hr html i img input ins kbd label legend li main mark menu nav nobr ol p picture pre q rp rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr',
);
/** Elements that a letter does not hold, with all that is in them. */
const FILES = words('iframe object svg canvas audio video');
const PROGRAMS = words('script style math');

const OPENING =
  /<(?<name>[a-z][\w-]*)(?:\s+(?:(?:checked|disabled|open|hidden|reversed|controls|allowfullscreen)(?=[\s/>])|[a-z_:][\w.:-]*\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>`]+)))*\s*\/?>/iy;
const CLOSING = /<\/(?<name>[a-z][\w-]*)\s*>/iy;
const END_OF_COMMENT = /-->/g;
const END_OF_BLOCK = /<\/(?:p|li|h[1-6]|td|th)>/g;

/** Finds what comes next, and looks for nothing twice: places are asked for in their order. */
type Next = (what: RegExp, from: number) => number;

function finderIn(html: string): Next {
  const found = new Map<string, number>();
  return (what, from) => {
    const known = found.get(what.source) ?? -1;
    if (known >= from) return known;
    what.lastIndex = from;
    const next = what.exec(html)?.index ?? Infinity;
    found.set(what.source, next);
    return next;
  };
}

/** Whether what begins with < at this place is markup, and not something that a person wrote. */
export function isMarkup(html: string, at: number, next: Next = finderIn(html)): boolean {
  if (html.startsWith('<!--', at)) return next(END_OF_COMMENT, at) < Infinity;
  const closing = nameAt(CLOSING, html, at);
  if (closing !== null) return MARKUP.has(closing) || isLeftOut(closing);
  const opening = nameAt(OPENING, html, at);
  if (opening === null) return false;
  return MARKUP.has(opening) || (isLeftOut(opening) && endsSoon(opening, at, next));
}

const isLeftOut = (name: string): boolean => FILES.has(name) || PROGRAMS.has(name);

/** What does not end where its block ends would take with it all that follows. */
const endsSoon = (name: string, at: number, next: Next): boolean =>
  next(new RegExp(`</${name}\\s*>`, 'gi'), at) < next(END_OF_BLOCK, at);

function nameAt(tag: RegExp, html: string, at: number): string | null {
  tag.lastIndex = at;
  return tag.exec(html)?.groups?.['name']?.toLowerCase() ?? null;
}

/** The same HTML with every < that begins no markup as text. Counts programs, which are left out. */
export function onlyMarkup(html: string, losses: Losses): string {
  const next = finderIn(html);
  let kept = '';
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    if (isMarkup(html, at, next)) {
      if (PROGRAMS.has(nameAt(OPENING, html, at) ?? '')) losses.add('detail');
    } else {
      kept += `${html.slice(from, at)}&lt;`;
      from = at + 1;
    }
  }
  return kept + html.slice(from);
}
