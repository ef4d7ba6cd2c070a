import { extname } from 'node:path';
import { IMPORT_LIMITS, type ImportItem } from '#shared/domain/import.ts';
import { readHtmlFile } from './formats/html.ts';
import { readJson } from './formats/json.ts';
import { readMarkdownFile } from './formats/markdown.ts';
import { readPlainFile } from './formats/plain.ts';
import { isSealed, openSealed, type AskPassphrase } from './formats/sealed.ts';
import { isWord, readWord } from './formats/word.ts';
import { createLosses, type Source } from './item.ts';
import { problemOf, Unreadable } from './problem.ts';
import { isZip, readZip, type ZipMember } from './zip/read-zip.ts';

export type Reading = AsyncGenerator<ImportItem, void, void>;

/**
 * Reads a file of any kind, from its bytes alone. Whatever is wrong with it is an item too; the
 * reading never throws.
 */
export async function* readFile(source: Source, ask: AskPassphrase): Reading {
  try {
    if (source.bytes.length > IMPORT_LIMITS.fileBytes) throw new Unreadable('tooLarge');
    if (source.bytes.length === 0) throw new Unreadable('empty');
    yield* readOpened(await opened(source, ask));
  } catch (error) {
    yield { kind: 'problem', problem: problemOf(error, '') };
  }
}

async function opened(source: Source, ask: AskPassphrase): Promise<Source> {
  if (!isSealed(source.bytes)) return source;
  const bytes = await openSealed(source.bytes, ask);
  return { ...source, name: source.name.replace(/\.age$/i, ''), bytes };
}

async function* readOpened(source: Source): Reading {
  if (!isZip(source.bytes)) {
    yield* readOne(source);
    return;
  }
  const members = readZip(source.bytes);
  if (isWord(members)) yield* readWord(source, members);
  else yield* readMembers(source, members);
}

/** How each kind of file is read, by the end of its name. */
const READERS: Readonly<Record<string, (source: Source) => Generator<ImportItem, void, void>>> = {
  '.txt': readPlainFile,
  '.text': readPlainFile,
  '.md': readMarkdownFile,
  '.markdown': readMarkdownFile,
  '.html': readHtmlFile,
  '.htm': readHtmlFile,
  '.json': readJson,
};

/** What lies beside letters in the zip files of other apps. */
const PICTURES = /\.(?:jpe?g|png|gif|webp|heic|tiff?|bmp|svg)$/i;
const HIDDEN = /(?:^|[/\\])(?:\.[^/\\]+$|__MACOSX\/)/;

function* readOne(source: Source): Generator<ImportItem, void, void> {
  const kind = extname(source.name).toLowerCase();
  // By its name a Word document or a zip file, by its bytes neither.
  if (kind === '.docx' || kind === '.zip') throw new Unreadable('damaged');
  const read = READERS[kind];
  if (read === undefined) throw new Unreadable('unknownKind');
  yield* read(source);
}

async function* readMembers(source: Source, members: readonly ZipMember[]): Reading {
  const losses = createLosses();
  let found = 0;
  for (const member of members.filter(({ name }) => !HIDDEN.test(name))) {
    if (PICTURES.test(member.name)) losses.add('picture');
    else if (canRead(member.name)) {
      found += 1;
      yield* readMember(source, member);
    } else losses.add('attachment');
  }
  yield* losses.items();
  if (found === 0) throw new Unreadable('unknownKind');
}

const canRead = (name: string): boolean => {
  const kind = extname(name).toLowerCase();
  return kind === '.docx' || Object.hasOwn(READERS, kind);
};

/** One member that is damaged keeps no other back. */
async function* readMember({ day }: Source, member: ZipMember): Reading {
  // What stands before the last slash or backslash is a folder: it is no part of the name.
  const name = member.name.replace(/^.*[/\\]/, '');
  try {
    if (member.size > IMPORT_LIMITS.fileBytes) throw new Unreadable('tooLarge');
    const bytes = member.bytes();
    for await (const item of readInside({ name, bytes, day })) {
      yield item.kind === 'problem' ? inMember(item, name) : item;
    }
  } catch (error) {
    yield { kind: 'problem', problem: problemOf(error, name) };
  }
}

/** A Word document is a zip file of its own; other zip files are not looked into. */
async function* readInside(source: Source): Reading {
  if (!isZip(source.bytes)) {
    yield* readOne(source);
    return;
  }
  const members = readZip(source.bytes);
  if (!isWord(members)) throw new Unreadable('unknownKind');
  yield* readWord(source, members);
}

const inMember = (item: Extract<ImportItem, { kind: 'problem' }>, name: string): ImportItem => ({
  kind: 'problem',
  problem: { ...item.problem, member: name },
});
