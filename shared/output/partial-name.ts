const MARK = /^[0-9a-f]{12}\.part$/;

/** How many random bytes tell the partial files of one name apart. */
export const PARTIAL_MARK_BYTES = 6;

/**
 * What a file is called until it is whole, beside the place that was chosen for it. `mark` is a new
 * one for each attempt, in hexadecimal: what another program, or an attempt that was cut off, left
 * there is not in the way.
 */
export const partialName = (name: string, mark: string): string => `${name}.${mark}.part`;

/** Whether `found` is what an attempt at `name` left when the computer or the app died meanwhile. */
export const isPartialOf = (name: string, found: string): boolean =>
  found.startsWith(`${name}.`) && MARK.test(found.slice(name.length + 1));
