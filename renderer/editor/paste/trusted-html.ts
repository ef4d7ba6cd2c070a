// The only place in the app that turns a string into HTML, and only ever into an inert document:
// it belongs to no window, so it runs no script, loads no image and applies no style.

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML: (html: string) => string },
  ): { createHTML(html: string): unknown };
}

let policy: { createHTML(html: string): unknown } | undefined;

const PREFIX = 'data-clipboard-';

/** Where `parseInert` leaves what an element's `style` said. */
export const STYLE = `${PREFIX}style`;

/** Reads HTML from the clipboard as a document that can do nothing. */
export function parseInert(html: string): Document {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('amends-paste', { createHTML: withoutInline });
  // The DOM's types know only strings; where Trusted Types are enforced, only this is let through.
  const trusted = (policy?.createHTML(html) ?? withoutInline(html)) as string;
  return new DOMParser().parseFromString(trusted, 'text/html');
}

/**
 * The page's policy forbids inline styles and handlers, and the parser would report each of them
 * although none ever takes effect. Only tags are touched: words between them stay as they are.
 */
function withoutInline(html: string): string {
  const rest = withoutStyleElements(html);
  const parts: string[] = [];
  let from = 0;
  for (let end = rest.indexOf('>'); end >= 0; end = rest.indexOf('>', from)) {
    const part = rest.slice(from, end + 1);
    const start = Math.max(0, part.lastIndexOf('<'));
    parts.push(part.slice(0, start), withoutInlineIn(part.slice(start)));
    from = end + 1;
  }
  return parts.join('') + rest.slice(from);
}

/** A quoted value, which is left as it is, or the name of an attribute that must not be one. */
const VALUE_OR_INLINE = /=\s*(?:"[^"]*"|'[^']*')|(?<=[\s"'/])(?:style|on[a-z]+)(?=\s*=)/gi;

const withoutInlineIn = (tag: string): string =>
  /^<[a-z]/i.test(tag)
    ? tag.replaceAll(VALUE_OR_INLINE, found => (found.startsWith('=') ? found : PREFIX + found))
    : tag;

// Not one expression: a page of unclosed elements would make it read to the end for each of them.
function withoutStyleElements(html: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { index } of html.matchAll(/<style[\s>]/gi)) {
    if (index < from) continue;
    const end = endOfStyle(html, index);
    if (end < 0) break;
    parts.push(html.slice(from, index));
    from = end;
  }
  return parts.join('') + html.slice(from);
}

function endOfStyle(html: string, from: number): number {
  const closing = /<\/style\s*>/gi;
  closing.lastIndex = from;
  return closing.test(html) ? closing.lastIndex : -1;
}
