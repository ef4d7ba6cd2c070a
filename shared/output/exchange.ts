import { z } from 'zod';
import { Audience } from '../domain/audience.ts';
import { Day } from '../domain/day.ts';
import { Document } from '../domain/document.ts';
import { Entry } from '../domain/entry.ts';
import { PictureId } from '../domain/ids.ts';
import { Journey } from '../domain/journey.ts';
import { Picture } from '../domain/picture.ts';

/**
 * The JSON file of Amends, `docs/export-format.md`. A copy for the writer holds entries as the vault
 * has them; one for someone else holds no more than a letter on paper would.
 */
export const OwnCopy = Entry.omit({ version: true });
export type OwnCopy = z.infer<typeof OwnCopy>;

export const SharedCopy = z.strictObject({
  /** '' when the title stayed in the app. */
  title: z.string(),
  /** null when the date was left out. */
  writtenOn: Day.nullable(),
  document: Document,
});
export type SharedCopy = z.infer<typeof SharedCopy>;

export const ExchangedPicture = Picture.omit({ bytes: true }).extend({ base64: z.base64() });
export type ExchangedPicture = z.infer<typeof ExchangedPicture>;

const head = { format: z.literal('amends'), version: z.literal(1), exportedOn: Day };
const pictures = z.array(ExchangedPicture);

export const ExchangeFile = z.discriminatedUnion('audience', [
  z.strictObject({
    ...head,
    audience: z.literal('for-me'),
    entries: z.array(OwnCopy),
    /** Those that the entries belong to. */
    journeys: z.array(Journey),
    pictures,
  }),
  z.strictObject({
    ...head,
    audience: Audience.exclude(['for-me']),
    entries: z.array(SharedCopy),
    pictures,
  }),
]);
export type ExchangeFile = z.infer<typeof ExchangeFile>;

/** The ids of pictures that stand in a document, each once. */
export function pictureIdsIn(document: Document): readonly PictureId[] {
  const found = new Set<PictureId>();
  const visit = (node: Document['root']): void => {
    const id = node.type === 'picture' ? PictureId.safeParse(node['picture']) : undefined;
    if (id?.success === true) found.add(id.data);
    for (const child of node.children ?? []) visit(child);
  };
  visit(document.root);
  return [...found];
}
