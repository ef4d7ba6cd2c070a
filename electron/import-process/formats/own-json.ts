import { createHash } from 'node:crypto';
import { childrenOf, DOCUMENT_MAX_BYTES, type Document } from '#shared/domain/document.ts';
import type { Day } from '#shared/domain/day.ts';
import type { ImportedEntry, ImportItem } from '#shared/domain/import.ts';
import { Journey } from '#shared/domain/journey.ts';
import { PICTURE_MAX_BYTES } from '#shared/domain/picture.ts';
import { ExchangedPicture, OwnCopy, SharedCopy } from '#shared/output/exchange.ts';
import { titled, type Losses } from '../item.ts';
import { Unreadable } from '../problem.ts';
import { cleanDocument } from './clean-document.ts';

/** An entry of our own file, whole. @throws Unreadable if it is none. */
export function ownEntry(value: unknown, day: Day, losses: Losses): ImportItem {
  const own = OwnCopy.safeParse(value);
  if (own.success) {
    const { id: _id, title, writtenOn, document, ...rest } = own.data;
    return {
      kind: 'entry',
      entry: { writtenOn, own: rest, ...fitting(title, document, losses) },
    };
  }
  const { title, writtenOn, document } = parsed(SharedCopy.safeParse(value));
  return {
    kind: 'entry',
    entry: { writtenOn: writtenOn ?? day, own: null, ...fitting(title, document, losses) },
  };
}

function fitting(
  given: string,
  document: Document,
  losses: Losses,
): Pick<ImportedEntry, 'title' | 'document'> {
  const { root } = cleanDocument(document, losses);
  const { title, blocks } = titled({ title: given, blocks: childrenOf(root) });
  const clean: Document = { version: 1, root: { ...root, children: blocks } };
  if (Buffer.byteLength(JSON.stringify(clean)) > DOCUMENT_MAX_BYTES) {
    throw new Unreadable('letterTooLong');
  }
  return { title, document: clean };
}

export const ownJourney = (value: unknown): ImportItem => ({
  kind: 'journey',
  journey: parsed(Journey.safeParse(value)),
});

/** A picture of our own file. Its id is made of its bytes, and tells whether they are whole. */
export function ownPicture(value: unknown): ImportItem {
  const { base64, ...picture } = parsed(ExchangedPicture.safeParse(value));
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  const isWhole = createHash('sha256').update(bytes).digest('hex') === picture.id;
  if (!isWhole || bytes.length > PICTURE_MAX_BYTES) throw new Unreadable('damaged');
  return { kind: 'picture', picture: { ...picture, bytes } };
}

type Parsed<T> = { success: true; data: T } | { success: false };

function parsed<T>(result: Parsed<T>): T {
  if (!result.success) throw new Unreadable('damaged');
  return result.data;
}
