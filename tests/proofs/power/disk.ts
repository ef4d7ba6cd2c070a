import { constants } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { DiskEvent, Image } from './recorder.ts';

/** A disk writes this many bytes whole or not at all. */
const SECTOR = 512;

type Change =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly size: number };

interface File {
  readonly kind: 'file';
  /** What is on the disk for certain. */
  durable: Buffer;
  /** What was done since, in order, and may or may not have reached the disk. */
  unsynced: Change[];
}

type Names = Map<string, Node>;

/** A change of names; a rename takes one away and sets the other in one step. */
interface NameChange {
  readonly remove?: string;
  readonly set?: readonly [name: string, node: Node];
}

interface Folder {
  readonly kind: 'folder';
  /** The names that are on the disk for certain. */
  readonly durable: Names;
  /** The names as the process sees them. */
  readonly names: Names;
  unsynced: NameChange[];
}

type Node = File | Folder;

const newFile = (durable: Buffer = Buffer.alloc(0)): File => ({
  kind: 'file',
  durable,
  unsynced: [],
});

const newFolder = (): Folder => ({
  kind: 'folder',
  durable: new Map(),
  names: new Map(),
  unsynced: [],
});

/**
 * A disk that holds back whatever it was not told to sync: contents until their file is synced,
 * names until their folder is. Files and folders know nothing of each other's order.
 */
export class Disk {
  readonly #root = newFolder();
  readonly #open = new Map<number, Node>();

  constructor(before: Image) {
    // A folder comes before what is in it.
    for (const [name, bytes] of [...before].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const isFolder = name.endsWith('/');
      const path = isFolder ? name.slice(0, -1) : name;
      const { names, durable } = this.#folderOf(path);
      const node = isFolder ? newFolder() : newFile(bytes);
      names.set(basename(path), node);
      durable.set(basename(path), node);
    }
  }

  apply(event: DiskEvent): void {
    if (event.kind === 'open') this.#openPath(event);
    else if (event.kind === 'rename') this.#rename(event.from, event.to);
    else if (event.kind === 'unlink') this.#name(event.path, { remove: basename(event.path) });
    else if (event.kind === 'mkdir')
      this.#name(event.path, { set: [basename(event.path), newFolder()] });
    else if (event.kind === 'close') this.#open.delete(event.fd);
    else if (event.kind === 'sync') sync(this.#open.get(event.fd));
    else if (event.kind === 'write') this.#change(event.fd, event);
    else if (event.kind === 'truncate') this.#change(event.fd, event);
  }

  /** What is found after a power cut now; `reaches` decides for every held-back sector and name. */
  after(reaches: () => boolean): Image {
    return new Map(imageAfter(this.#root, '', reaches));
  }

  #openPath({ fd, path, flags }: Extract<DiskEvent, { kind: 'open' }>): void {
    const known = this.#at(path);
    const node = known ?? newFile();
    if (known === undefined) this.#name(path, { set: [basename(path), node] });
    this.#open.set(fd, node);
    if (node.kind === 'file' && (flags & constants.O_TRUNC) !== 0) {
      node.unsynced.push({ kind: 'truncate', size: 0 });
    }
  }

  #change(fd: number, change: Change): void {
    const node = this.#open.get(fd);
    if (node?.kind === 'file') node.unsynced.push(change);
  }

  #rename(from: string, to: string): void {
    const node = this.#at(from);
    if (node === undefined) throw new Error(`${from} was renamed and was never there`);
    if (dirname(from) !== dirname(to)) throw new Error(`${from} was moved to another folder`);
    this.#name(to, { remove: basename(from), set: [basename(to), node] });
  }

  #name(path: string, change: NameChange): void {
    const folder = this.#folderOf(path);
    applyNames(folder.names, change);
    folder.unsynced.push(change);
  }

  #folderOf(path: string): Folder {
    const folder = this.#at(dirname(path));
    if (folder?.kind !== 'folder') throw new Error(`${path} is in no folder`);
    return folder;
  }

  #at(path: string): Node | undefined {
    if (path === '' || path === '.') return this.#root;
    return path
      .split('/')
      .reduce<Node | undefined>(
        (node, name) => (node?.kind === 'folder' ? node.names.get(name) : undefined),
        this.#root,
      );
  }
}

function sync(node: Node | undefined): void {
  if (node?.kind === 'file') node.durable = withSome(node.durable, node.unsynced, () => true);
  if (node?.kind === 'folder') {
    for (const change of node.unsynced) applyNames(node.durable, change);
  }
  if (node !== undefined) node.unsynced = [];
}

function applyNames(names: Names, { remove, set }: NameChange): void {
  if (remove !== undefined) names.delete(remove);
  if (set !== undefined) names.set(...set);
}

function* imageAfter(
  { durable, unsynced }: Folder,
  path: string,
  reaches: () => boolean,
): Generator<readonly [string, Buffer]> {
  const names = new Map(durable);
  for (const change of unsynced) if (reaches()) applyNames(names, change);
  for (const [name, node] of names) {
    if (node.kind === 'file') {
      yield [`${path}${name}`, withSome(node.durable, node.unsynced, reaches)];
    } else {
      yield [`${path}${name}/`, Buffer.alloc(0)];
      yield* imageAfter(node, `${path}${name}/`, reaches);
    }
  }
}

function withSome(durable: Buffer, changes: readonly Change[], reaches: () => boolean): Buffer {
  let content = durable;
  let isOwn = false;
  const resize = (size: number): void => {
    const next = Buffer.alloc(size);
    content.copy(next, 0, 0, size);
    content = next;
    isOwn = true;
  };
  for (const change of changes) {
    if (change.kind === 'truncate') {
      if (change.size !== content.length && reaches()) resize(change.size);
      continue;
    }
    for (const [at, piece] of sectorsOf(change.at, change.bytes)) {
      if (!reaches()) continue;
      if (at + piece.length > content.length) resize(at + piece.length);
      else if (!isOwn) resize(content.length);
      piece.copy(content, at);
    }
  }
  return content;
}

/** A write, cut where sectors begin. */
function* sectorsOf(at: number, bytes: Buffer): Generator<readonly [number, Buffer]> {
  for (let from = 0; from < bytes.length;) {
    const to = Math.min(bytes.length, from + SECTOR - ((at + from) % SECTOR));
    yield [at + from, bytes.subarray(from, to)];
    from = to;
  }
}
