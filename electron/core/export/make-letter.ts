import type { Copy } from '#shared/domain/audience.ts';
import type { Document } from '#shared/domain/document.ts';
import type { Entry } from '#shared/domain/entry.ts';
import type { ExportRequest, Removal } from '#shared/domain/export.ts';
import type { PictureId } from '#shared/domain/ids.ts';
import { letterOf, type LetterChoice, type LetterSetting } from '#shared/output/letter-of.ts';
import type { Block, Letter } from '#shared/output/letter.ts';
import { withhold } from '#shared/output/withhold.ts';
import type { ReadDb } from '../db/statements.ts';
import { hasPicture } from '../pictures/repository.ts';
import { itemsOfTemplate } from '../templates/used-template.ts';

/** What has to be known of an entry besides itself to make a letter of it. */
export const settingOf = (db: ReadDb, entry: Entry, locale: string): LetterSetting => ({
  locale,
  templateItems: itemsOfTemplate(db, entry, locale),
  hasPicture: id => hasPicture(db, id),
});

/** The copy of an entry that a request asks for, and what stays out of it. */
export function makeLetter(
  db: ReadDb,
  entry: Entry,
  request: Pick<ExportRequest, 'copy' | 'names' | 'options'>,
  locale: string,
): {
  readonly letter: Letter;
  readonly document: Document;
  readonly removals: readonly Removal[];
} {
  const { document, removals } = withhold(entry.document, request.copy);
  const choice = { ...request.options, title: titleGoes(request) } satisfies LetterChoice;
  const letter = letterOf({ ...entry, document }, choice, settingOf(db, entry, locale));
  return { letter, document, removals: removals.filter(({ text }) => text !== '') };
}

/** A title stays in the app, but for the writer's own copy and where it was chosen. */
const titleGoes = ({ copy, names }: { copy: Copy; names: ExportRequest['names'] }): boolean =>
  copy.audience === 'for-me' || names === 'title';

/** Whether a letter says more than a date and whom it is to. */
export const saysSomething = ({ parts }: Letter): boolean =>
  parts.some(({ kind }) => kind !== 'salutation');

/** The pictures of a letter, in their order, each once. */
export function picturesOf({ parts }: Letter): readonly PictureId[] {
  const found = new Set<PictureId>();
  const visit = (block: Block): void => {
    if (block.kind === 'picture' && block.picture !== null) found.add(block.picture);
    if (block.kind === 'quote') block.blocks.forEach(visit);
  };
  for (const part of parts) if (part.kind !== 'salutation') part.blocks.forEach(visit);
  return [...found];
}
