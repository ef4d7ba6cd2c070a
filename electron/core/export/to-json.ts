import type { Entry } from '#shared/domain/entry.ts';
import type { PictureId } from '#shared/domain/ids.ts';
import type { Picture } from '#shared/domain/picture.ts';
import { documentOf } from '#shared/output/document-of.ts';
import type {
  ExchangedPicture,
  ExchangeFile,
  OwnCopy,
  SharedCopy,
} from '#shared/output/exchange.ts';
import type { Letter } from '#shared/output/letter.ts';

/** The head of the file, before its lists. */
type Head = Pick<ExchangeFile, 'format' | 'version' | 'exportedOn' | 'audience'>;

/** A JSON file in pieces, in the order of `docs/export-format.md`, so that a vault never has to fit into one text. */
export function createJsonWriter(head: Head) {
  let written = 0;
  return {
    begin: () => `${JSON.stringify(head).slice(0, -1)},\n"entries":[`,
    entry: (entry: OwnCopy | SharedCopy) => `${separator()}${JSON.stringify(entry)}`,
    /** Ends a list, and begins the next one. */
    list: (name: 'journeys' | 'pictures') => {
      written = 0;
      return `],\n"${name}":[`;
    },
    item: (item: object) => `${separator()}${JSON.stringify(item)}`,
    end: () => ']}\n',
  };

  function separator(): string {
    written += 1;
    return written === 1 ? '\n' : ',\n';
  }
}

/** An entry as the vault has it, but for the counter of its saves. */
export const ownCopy = ({ version: _version, ...entry }: Entry): OwnCopy => entry;

/** What a letter says, and nothing else. */
export const sharedCopy = (letter: Letter): SharedCopy => ({
  title: letter.title ?? '',
  writtenOn: letter.date?.day ?? null,
  document: documentOf(letter),
});

export const exchangedPicture = ({ bytes, ...picture }: Picture): ExchangedPicture => ({
  ...picture,
  base64: Buffer.from(bytes).toString('base64'),
});

/** Picture ids, each once, in the order in which they came. */
export function createPictureList() {
  const found = new Set<PictureId>();
  return {
    add(ids: readonly PictureId[]): void {
      for (const id of ids) found.add(id);
    },
    all: (): readonly PictureId[] => [...found],
  };
}
