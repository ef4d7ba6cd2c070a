import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import { hitsIn, type Hit, type Needle } from './needles.ts';

/** Looks into every file below a folder, its name and, where it is compressed, what is inside. */
export function scanFolder(folder: string, needles: readonly Needle[]): Hit[] {
  return namesBelow(folder).flatMap(path => [
    ...hitsIn(Buffer.from(path), `name ${path}`, needles),
    ...scanBytes(bytesOf(path), path, needles),
  ]);
}

/** Every file that a process holds open, also one whose name is gone. */
export function scanDescriptors(pid: number, needles: readonly Needle[]): Hit[] {
  return namesIn(`/proc/${pid}/fd`).flatMap(name => {
    const path = `/proc/${pid}/fd/${name}`;
    const target = linkOf(path);
    const isPlainFile = target.startsWith('/') && !target.startsWith('/dev/') && isFile(path);
    if (!isPlainFile || /\.(?:so|pak|node|bin|dat)\b|^\/(?:usr|proc|sys)\//.test(target)) return [];
    return scanBytes(bytesOf(path), `fd of ${pid}: ${target}`, needles);
  });
}

function scanBytes(bytes: Buffer, where: string, needles: readonly Needle[]): Hit[] {
  const inside = opened(bytes);
  return [
    ...hitsIn(bytes, where, needles),
    ...inside.flatMap(content => hitsIn(content, `inside ${where}`, needles)),
  ];
}

type Unpack = (bytes: Buffer) => Buffer;
const CONTAINERS: readonly (readonly [magic: Buffer, unpack: Unpack])[] = [
  [Buffer.from([0x1f, 0x8b, 0x08]), zlib.gunzipSync],
  [Buffer.from([0x78, 0x9c]), zlib.inflateSync],
  [Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), zlib.zstdDecompressSync],
];

/** The contents of compressed streams, wherever they begin in a file. */
function opened(bytes: Buffer): Buffer[] {
  return CONTAINERS.flatMap(([magic, unpack]) => {
    const contents: Buffer[] = [];
    for (let at = bytes.indexOf(magic); at !== -1; at = bytes.indexOf(magic, at + 1)) {
      try {
        contents.push(unpack(bytes.subarray(at)));
      } catch {
        // Only looked like one.
      }
    }
    return contents;
  });
}

const namesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));

/** Files and processes may go while we look. */
function orNone<T>(read: () => T, none: T): T {
  try {
    return read();
  } catch {
    return none;
  }
}

const namesIn = (folder: string): string[] => orNone(() => readdirSync(folder), []);
const linkOf = (path: string): string => orNone(() => readlinkSync(path), '');
const isFile = (path: string): boolean => orNone(() => statSync(path).isFile(), false);
const bytesOf = (path: string): Buffer => orNone(() => readFileSync(path), Buffer.alloc(0));

const CHUNK = 16 * 1024 * 1024;
const OVERLAP = 256;

/** All that a process has in memory and we may read. */
export function scanMemory(pid: number, where: string, needles: readonly Needle[]): Hit[] {
  const memory = orNone(() => openSync(`/proc/${pid}/mem`, 'r'), -1);
  if (memory === -1) return [];
  const chunk = Buffer.alloc(CHUNK + OVERLAP);
  const hits = new Map<string, Hit>();
  try {
    for (const { from, to, name } of mappingsOf(pid)) {
      for (let at = from; at < to; at += CHUNK) {
        const length = Math.min(CHUNK + OVERLAP, to - at);
        const read = orNone(() => readSync(memory, chunk, 0, length, at), 0);
        for (const hit of hitsIn(chunk.subarray(0, read), `${where} ${name}`, needles)) {
          hits.set(`${hit.encoding} ${hit.around}`, hit);
        }
      }
    }
  } finally {
    closeSync(memory);
  }
  return [...hits.values()];
}

interface Mapping {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

function mappingsOf(pid: number): Mapping[] {
  const maps = orNone(() => readFileSync(`/proc/${pid}/maps`, 'utf8'), '');
  return maps.split('\n').flatMap(line => {
    const parts = /^([0-9a-f]+)-([0-9a-f]+) (r\S+) \S+ \S+ \S+ *(.*)$/.exec(line);
    if (parts === null) return [];
    const [, from = '', to = '', , name = ''] = parts;
    if (name === '[vvar]' || name === '[vsyscall]') return [];
    // Program text and libraries are not written to.
    if (parts[3]?.[1] !== 'w' && name.startsWith('/usr/')) return [];
    return [{ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16), name: name || 'heap' }];
  });
}
