import { inflateRawSync } from 'node:zlib';
import { IMPORT_LIMITS, shownName } from '#shared/domain/import.ts';
import { Unreadable } from '../problem.ts';

/** A file inside a zip file. Its name is shown, and tells its kind; it is never used as a path. */
export interface ZipMember {
  readonly name: string;
  readonly size: number;
  /** @throws Unreadable if it is not what the zip file says it is. */
  readonly bytes: () => Uint8Array;
}

/** A small file may be packed well without harm. */
const RATIO_COUNTS_FROM = 1024 * 1024;
const END = 0x06054b50;
const END_BYTES = 22;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const SYMLINK = 0o12;

/** Whether bytes begin like a zip file. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/**
 * The files in a zip file, within the limits, without folders and links. Nothing is unpacked before
 * it is asked for, and never more than the zip file announced. A member that promises too much can
 * not be unpacked, and keeps no other back.
 * @throws Unreadable if there is no directory in it, or there are too many files.
 */
export function readZip(bytes: Uint8Array): readonly ZipMember[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > IMPORT_LIMITS.zipMembers) throw new Unreadable('zipTooMany');
  const members: Header[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    const header = headerAt(view, at);
    members.push(header);
    at = header.next;
  }
  const fits = fitting(members, bytes.length);
  return members
    .filter(({ name, isLink }) => !isLink && !name.endsWith('/'))
    .map(header => ({
      name: shownName(header.name),
      size: header.size,
      bytes() {
        if (!fits.has(header)) throw new Unreadable('zipTooLarge');
        return unpack(view, header);
      },
    }));
}

interface Header {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly isLink: boolean;
  readonly packed: number;
  readonly size: number;
  readonly local: number;
  readonly next: number;
}

function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new Unreadable('damaged');
}

function headerAt(view: DataView, at: number): Header {
  if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY) {
    throw new Unreadable('damaged');
  }
  const nameBytes = view.getUint16(at + 28, true);
  const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const nameAt = at + ENTRY_BYTES;
  if (nameAt + nameBytes > view.byteLength) throw new Unreadable('damaged');
  return {
    name: Buffer.from(view.buffer, view.byteOffset + nameAt, nameBytes).toString('utf8'),
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    isLink: view.getUint32(at + 38, true) >>> 28 === SYMLINK,
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    local: view.getUint32(at + 42, true),
    next: nameAt + nameBytes + rest,
  };
}

/**
 * The members that may be unpacked: none that grows like a bomb, and together no more than a zip file
 * may hold. Members that lie over each other would be small together and large apart.
 */
function fitting(members: readonly Header[], fileBytes: number): ReadonlySet<Header> {
  let packed = 0;
  let size = 0;
  const fits = new Set<Header>();
  for (const member of members) {
    const isBomb =
      member.size > Math.max(member.packed * IMPORT_LIMITS.zipRatio, RATIO_COUNTS_FROM);
    const isTooMuch =
      size + member.size > IMPORT_LIMITS.zipBytes || packed + member.packed > fileBytes;
    if (isBomb || isTooMuch) continue;
    packed += member.packed;
    size += member.size;
    fits.add(member);
  }
  return fits;
}

function unpack(view: DataView, { method, isEncrypted, packed, size, local }: Header): Uint8Array {
  if (isEncrypted) throw new Unreadable('encrypted');
  if (local + LOCAL_BYTES > view.byteLength || view.getUint32(local, true) !== LOCAL) {
    throw new Unreadable('damaged');
  }
  const skipped = view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const start = local + LOCAL_BYTES + skipped;
  if (start + packed > view.byteLength) throw new Unreadable('damaged');
  const bytes = new Uint8Array(view.buffer, view.byteOffset + start, packed);
  if (method !== STORED && method !== DEFLATED) throw new Unreadable('damaged');
  const plain = method === STORED ? bytes : inflated(bytes, size);
  if (plain.length !== size) throw new Unreadable('damaged');
  return plain;
}

function inflated(bytes: Uint8Array, size: number): Uint8Array {
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw new Unreadable('damaged');
  }
}
