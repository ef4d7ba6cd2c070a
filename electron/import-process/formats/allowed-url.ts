const ALLOWED = /^(?:https?|mailto):/i;
const LONGEST = 4096;

/**
 * The address of a link if a letter may hold it; null for every other. Tabs and line ends inside of
 * an address are nothing to whoever opens it, so they do not stay: it is what it looks like.
 */
export function allowedUrl(address: string): string | null {
  const url = address
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, '')
    .trim();
  return url.length <= LONGEST && ALLOWED.test(url) && URL.canParse(url) ? url : null;
}
