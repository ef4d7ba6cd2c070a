import { IMPORT_LIMITS } from '#shared/domain/import.ts';
import { Unreadable } from '../problem.ts';

/** A value that stands in the outermost object, or one level below it. */
export interface JsonPart {
  readonly key: string;
  /** Its place in the list, or its name in the object, that has this key; null for the value itself. */
  readonly item: number | string | null;
  /** Its bytes in the file. */
  readonly start: number;
  readonly end: number;
  /** How many levels of the file it reaches down to. */
  readonly depth: number;
}

/**
 * Cuts a JSON file into the parts that are worth reading by themselves, without building anything:
 * what comes before a damage is still found, and a file of any size needs little memory. What the
 * values hold is checked only when they are parsed.
 * @throws Unreadable where the file breaks off.
 */
export function* jsonParts(bytes: Uint8Array): Generator<JsonPart, void, void> {
  const at = { position: bytes[0] === 0xef ? 3 : 0 };
  expectByte(bytes, at, OPEN_OBJECT);
  yield* members(bytes, at, function* (key): Generator<JsonPart, void, void> {
    const opening = bytes[at.position];
    if (opening === OPEN_OBJECT) {
      at.position += 1;
      yield* members(bytes, at, function* (item) {
        yield value(bytes, at, key, item);
      });
    } else if (opening === OPEN_LIST) {
      at.position += 1;
      yield* elements(bytes, at, index => value(bytes, at, key, index));
    } else yield value(bytes, at, key, null);
  });
}

/** The value of a part. @throws SyntaxError where it is no JSON. */
export const parsePart = (
  bytes: Uint8Array,
  { start, end }: Pick<JsonPart, 'start' | 'end'>,
): unknown =>
  JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8'));

/** The line in which a byte stands. */
export function lineAt(bytes: Uint8Array, position: number): number {
  let line = 1;
  for (let at = 0; at < position; at += 1) if (bytes[at] === 0x0a) line += 1;
  return line;
}

interface At {
  position: number;
}

const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;

function* members(
  bytes: Uint8Array,
  at: At,
  read: (key: string) => Generator<JsonPart, void, void>,
): Generator<JsonPart, void, void> {
  if (endsHere(bytes, at, CLOSE_OBJECT)) return;
  for (;;) {
    const start = at.position;
    skipString(bytes, at);
    const key = keyOf(bytes, start, at.position);
    expectByte(bytes, at, COLON);
    skipSpace(bytes, at);
    yield* read(key);
    if (endsHere(bytes, at, CLOSE_OBJECT)) return;
    expectByte(bytes, at, COMMA);
    skipSpace(bytes, at);
  }
}

function* elements(
  bytes: Uint8Array,
  at: At,
  read: (index: number) => JsonPart,
): Generator<JsonPart, void, void> {
  if (endsHere(bytes, at, CLOSE_LIST)) return;
  for (let index = 0; ; index += 1) {
    yield read(index);
    if (endsHere(bytes, at, CLOSE_LIST)) return;
    expectByte(bytes, at, COMMA);
    skipSpace(bytes, at);
  }
}

function value(bytes: Uint8Array, at: At, key: string, item: JsonPart['item']): JsonPart {
  const start = at.position;
  const depth = skipValue(bytes, at);
  return { key, item, start, end: at.position, depth };
}

/** Goes behind a value, and says how many levels it reaches down to. The two around it count. */
function skipValue(bytes: Uint8Array, at: At): number {
  let depth = 2;
  let deepest = depth;
  const start = at.position;
  do {
    const byte = bytes[at.position];
    if (byte === undefined) throw brokenAt(deepest);
    if (byte === QUOTE) skipString(bytes, at);
    else {
      if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth += 1;
      if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) depth -= 1;
      deepest = Math.max(deepest, depth);
      if (depth < 2 || (depth === 2 && byte === COMMA)) break;
      at.position += 1;
    }
    // A number or a word goes on until something else begins.
  } while (depth > 2 || isScalar(bytes[at.position]));
  if (at.position === start) throw broken(bytes, at);
  return deepest;

  /** What begins far more levels than it ends is no file that was cut off. */
  function brokenAt(levels: number): Unreadable {
    return levels > IMPORT_LIMITS.ownJsonDepth
      ? new Unreadable('tooDeep', { line: lineAt(bytes, start) })
      : broken(bytes, at);
  }
}

const isScalar = (byte: number | undefined): boolean =>
  byte !== undefined && /[-+.\w]/.test(String.fromCharCode(byte));

function skipString(bytes: Uint8Array, at: At): void {
  if (bytes[at.position] !== QUOTE) throw broken(bytes, at);
  for (let position = at.position + 1; ; position += 1) {
    const end = bytes.indexOf(QUOTE, position);
    if (end < 0) throw broken(bytes, { position: bytes.length });
    let slashes = 0;
    while (bytes[end - 1 - slashes] === BACKSLASH) slashes += 1;
    position = end;
    if (slashes % 2 === 0) {
      at.position = end + 1;
      return;
    }
  }
}

const LONGEST_KEY = 1000;

function keyOf(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > LONGEST_KEY) throw broken(bytes, { position: start });
  try {
    return String(parsePart(bytes, { start, end }));
  } catch {
    throw broken(bytes, { position: start });
  }
}

function skipSpace(bytes: Uint8Array, at: At): void {
  for (;;) {
    const byte = bytes[at.position];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return;
    at.position += 1;
  }
}

function expectByte(bytes: Uint8Array, at: At, byte: number): void {
  skipSpace(bytes, at);
  if (bytes[at.position] !== byte) throw broken(bytes, at);
  at.position += 1;
}

function endsHere(bytes: Uint8Array, at: At, byte: number): boolean {
  skipSpace(bytes, at);
  if (bytes[at.position] !== byte) return false;
  at.position += 1;
  return true;
}

const broken = (bytes: Uint8Array, { position }: At): Unreadable =>
  new Unreadable('damaged', { line: lineAt(bytes, position) });
