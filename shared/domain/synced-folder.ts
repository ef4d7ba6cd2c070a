/** The names that programs which copy folders to other computers give to theirs. */
const SYNCED =
  /^(?:dropbox(?: \(.*\))?|onedrive(?: - .*)?|google ?drive|my drive|icloud ?drive|com~apple~clouddocs|mobile documents|nextcloud|owncloud|pcloud ?drive|megasync|proton ?drive|syncthing|sync)$/i;

/**
 * Whether the path of a folder looks as if a sync program copied it elsewhere. A guess by names
 * alone: it serves a hint, and refuses nothing.
 */
export const looksSynced = (path: string): boolean =>
  path.split(/[\\/]/).some(name => SYNCED.test(name));
