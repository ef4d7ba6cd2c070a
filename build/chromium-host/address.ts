/**
 * The app's own scheme, as Chromium sees it: `app://name/path` is `https://name.localhost/path`,
 * which every Chromium takes for a secure context and an origin, and so a process, of its own.
 */
const schemes: string[] = [];

export function registerScheme(scheme: string): void {
  if (!schemes.includes(scheme)) schemes.push(scheme);
}

/** The first scheme has the short form; the others carry their name. */
const suffixOf = (scheme: string): string =>
  schemes.indexOf(scheme) === 0 ? '.localhost' : `.${scheme}.localhost`;

/** The address that Chromium is told to open. Addresses of other schemes stay as they are. */
export function toChromium(url: string): string {
  const scheme = schemes.find(own => url.startsWith(`${own}://`));
  if (scheme === undefined) return url;
  const [, host = '', rest = ''] = /^[^:]+:\/\/([^/?#]*)(.*)$/s.exec(url) ?? [];
  return `https://${host}${suffixOf(scheme)}${rest.startsWith('/') ? '' : '/'}${rest}`;
}

/** The address the app knows. Addresses that are not the app's stay as they are. */
export function toApp(url: string): string {
  const [, host, rest = ''] = /^https:\/\/([^/?#:@]*\.localhost)([/?#].*)?$/s.exec(url) ?? [];
  if (host === undefined) return url;
  const scheme = schemes.findLast(own => host.endsWith(suffixOf(own)));
  return scheme === undefined
    ? url
    : `${scheme}://${host.slice(0, -suffixOf(scheme).length)}${rest}`;
}

/** `app://name` of an address of the app; what the platform says for any other. */
export function originOf(url: string): string {
  const [origin] = /^[a-z][\w+.-]*:\/\/[^/?#]+/i.exec(url) ?? [];
  return origin ?? 'null';
}
