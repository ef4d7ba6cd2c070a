import type { PictureId } from '#shared/domain/ids.ts';
import type { Picture } from '#shared/domain/picture.ts';
import type { PictureBlock } from '#shared/output/letter.ts';
import { escapeHtml, inlineHtml, type LinkHtml } from './html-text.ts';

export interface PictureSource {
  readonly pictureOf: (id: PictureId) => Picture | undefined;
}

/**
 * A picture with its caption; '' for one that is not in the vault and has none. Its bytes stand in
 * the page itself, so that printing writes no file and asks for none.
 */
export function pictureHtml(
  block: PictureBlock,
  { pictureOf }: PictureSource,
  linkHtml: LinkHtml,
): string {
  const picture = block.picture === null ? undefined : pictureOf(block.picture);
  const caption =
    block.caption.length === 0
      ? ''
      : `<figcaption dir="auto">${inlineHtml(block.caption, linkHtml)}</figcaption>`;
  if (picture === undefined) return caption === '' ? '' : `<figure>${caption}</figure>`;
  return `<figure data-width="${block.width}">${imageHtml(picture, block)}${caption}</figure>`;
}

function imageHtml({ mediaType, bytes, width, height }: Picture, block: PictureBlock): string {
  const alt = escapeHtml(block.description);
  const data = Buffer.from(bytes).toString('base64');
  return `<img src="data:${mediaType};base64,${data}" alt="${alt}" width="${width}" height="${height}">`;
}
