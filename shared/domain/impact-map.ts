import {
  childrenOf,
  isSection,
  type Document,
  type DocumentNode,
  type SectionNodeJson,
} from './document.ts';
import { headingOf, inlineText, projectDocument } from './projection.ts';

/** The templates that a map is made of, and that it becomes. */
export const IMPACT_MAP = 'impact-map';
export const IMPACT_LETTER = 'impact-letter';

const PREFIX = 'area-';

/** The id of an area's section in a map, such as "area-feeling-safe". */
export const areaIdOf = (area: string): string =>
  PREFIX +
  (area
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join('-')
    .slice(0, 64 - PREFIX.length) ?? '');

/**
 * The areas of a map that hold something, as they stand there, behind the list of areas of a fresh
 * impact letter, on which they are ticked.
 */
export function withAreas(letter: Document, map: Document): Document {
  const areas = childrenOf(map.root).filter(isWrittenArea);
  const ids = new Set(areas.flatMap(area => [area.sectionId, areaIdOf(headingOf(area))]));
  const children = childrenOf(letter.root).flatMap(node =>
    isSection(node) && node.sectionId === 'areas' ? [ticked(node, ids), ...areas] : [node],
  );
  return { ...letter, root: { ...letter.root, children } };
}

const isWrittenArea = (node: DocumentNode): node is SectionNodeJson =>
  isSection(node) && node.sectionId.startsWith(PREFIX) && holdsWriting(node);

/** Words, a picture, or a chosen place on a scale. */
function holdsWriting(node: DocumentNode): boolean {
  const root = { type: 'root', version: 1, children: [node] };
  const { textLength, pictures, ratings } = projectDocument({ version: 1, root });
  return textLength > 0 || pictures.length > 0 || ratings.length > 0;
}

function ticked(node: DocumentNode, ids: ReadonlySet<string>): DocumentNode {
  if (node.type === 'listitem') {
    return ids.has(areaIdOf(inlineText(node))) ? { ...node, checked: true } : node;
  }
  if (node.children === undefined) return node;
  return { ...node, children: childrenOf(node).map(child => ticked(child, ids)) };
}
