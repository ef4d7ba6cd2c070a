/**
 * How many files a zip can name, and how many bytes it can count, without its 64-bit extension:
 * these fields have 16 and 32 bits (PKWARE's APPNOTE, 4.4). What packs zips here writes no such
 * extension; beyond this the file would be corrupt without a word.
 */
export const ZIP_FILES = 2 ** 16 - 1;
export const ZIP_BYTES = 2 ** 32 - 1;

/** Thrown where the file system would throw for a full disk, by what writes a zip. */
export class ZipFull extends Error {
  override readonly name = 'ZipFull';
}

/** Counts what goes into one zip; both throw `ZipFull` instead of going over the limit. */
export interface ZipLimit {
  readonly addFile: () => void;
  /** Bytes of the zip itself, its list of files included. */
  readonly addBytes: (count: number) => void;
}

/** For an empty zip. */
export function createZipLimit(): ZipLimit {
  let files = 0;
  let bytes = 0;
  return {
    addFile() {
      files += 1;
      if (files > ZIP_FILES) throw new ZipFull();
    },
    addBytes(count) {
      bytes += count;
      if (bytes > ZIP_BYTES) throw new ZipFull();
    },
  };
}
