import type { ExportFormat, ExportRequest } from '#shared/domain/export.ts';
import type { PictureId } from '#shared/domain/ids.ts';
import type { Letter } from '#shared/output/letter.ts';
import { toMarkdown } from '#shared/output/to-markdown.ts';
import { toText } from '#shared/output/to-text.ts';
import type { PictureSource } from './html-picture.ts';
import { picturesOf } from './make-letter.ts';
import { toWebPage } from './to-web-page.ts';

export interface OutFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Formats in which a letter is a file of its own, made here. A PDF is made by the main process. */
export type OwnFileFormat = Exclude<ExportFormat, 'pdf' | 'json'>;

/** A letter as a file, and with Markdown its pictures beside it. */
export async function renderFiles(
  letter: Letter,
  name: string,
  { format, options }: { format: OwnFileFormat; options: ExportRequest['options'] },
  pictures: PictureSource,
): Promise<readonly OutFile[]> {
  switch (format) {
    case 'markdown':
      return markdownFiles(letter, name, pictures);
    case 'text':
      return [{ name, bytes: Buffer.from(toText(letter)) }];
    case 'html':
      return [{ name, bytes: Buffer.from(toWebPage(letter, pictures)) }];
    case 'docx': {
      // What writes Word is as large as all the rest: the vault does not wait for it to open.
      const { toWord } = await import('./to-word.ts');
      return [{ name, bytes: await toWord(letter, options, pictures) }];
    }
    default:
      return format satisfies never;
  }
}

const PICTURE_EXTENSIONS = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' };

function markdownFiles(
  letter: Letter,
  name: string,
  { pictureOf }: PictureSource,
): readonly OutFile[] {
  const base = name.replace(/\.md$/, '');
  const files = new Map<PictureId, OutFile>();
  for (const id of picturesOf(letter)) {
    const picture = pictureOf(id);
    if (picture === undefined) continue;
    const file = `pictures/${base}-${files.size + 1}.${PICTURE_EXTENSIONS[picture.mediaType]}`;
    files.set(id, { name: file, bytes: picture.bytes });
  }
  // A name may hold what means something in an address.
  const fileOf = (id: PictureId): string | null => {
    const file = files.get(id);
    return file === undefined ? null : file.name.split('/').map(encodeURIComponent).join('/');
  };
  return [{ name, bytes: Buffer.from(toMarkdown(letter, { fileOf })) }, ...files.values()];
}
