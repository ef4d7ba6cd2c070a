import { PICTURE_WIDTHS } from '#shared/domain/blocks.ts';
import { childrenOf, type DocumentNode } from '#shared/domain/document.ts';
import { PictureId } from '#shared/domain/ids.ts';
import { plain, trimmed } from '#shared/domain/inline-nodes.ts';
import type { Picture } from '#shared/domain/picture.ts';
import { escapeHtml, inlineHtml } from './html-text.ts';

export interface Pictures {
  readonly pictureOf: (id: PictureId) => Picture | undefined;
}

/**
 * A picture with its caption; '' for one that is not in the vault and has none. Its bytes stand in
 * the page itself, so that printing writes no file and asks for none.
 */
export function pictureHtml(node: DocumentNode, { pictureOf }: Pictures): string {
  const id = PictureId.safeParse(node['picture']);
  const picture = id.success ? pictureOf(id.data) : undefined;
  const words = trimmed(childrenOf(node));
  const caption =
    plain(words) === '' ? '' : `<figcaption dir="auto">${inlineHtml(words)}</figcaption>`;
  if (picture === undefined) return caption === '' ? '' : `<figure>${caption}</figure>`;
  return `<figure data-width="${widthOf(node)}">${imageHtml(picture, node)}${caption}</figure>`;
}

const widthOf = (node: DocumentNode): number =>
  PICTURE_WIDTHS.find(width => width === node['width']) ?? 100;

function imageHtml({ mediaType, bytes, width, height }: Picture, node: DocumentNode): string {
  const { description } = node;
  const alt = typeof description === 'string' ? escapeHtml(description) : '';
  const data = Buffer.from(bytes).toString('base64');
  return `<img src="data:${mediaType};base64,${data}" alt="${alt}" width="${width}" height="${height}">`;
}
