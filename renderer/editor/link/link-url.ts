const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/** Whether a link in a document may point there. */
export function isAllowedUrl(url: string): boolean {
  return URL.canParse(url) && ALLOWED.has(new URL(url).protocol);
}

const MAIL = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/;
const HOST = /^[^\s/:@]+\.[^\s/:@.]{2,}(?:[:/?#]\S*)?$/;

/** What the person typed into the link field as an address, or null when it can not be one. */
export function urlFromInput(input: string): string | null {
  const typed = input.trim();
  if (MAIL.test(typed)) return `mailto:${typed}`;
  if (HOST.test(typed)) return `https://${typed}`;
  return isAllowedUrl(typed) ? typed : null;
}
