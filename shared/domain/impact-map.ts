import {
  childrenOf,
  inlineText,
  isSection,
  type Document,
  type DocumentNode,
  type SectionNodeJson,
} from './document.ts';
import { holdsWriting } from './holds-writing.ts';
import { TemplateId } from './ids.ts';
import { headingOf } from './projection.ts';

/** The templates that a map is made of, and that it becomes. */
export const IMPACT_MAP = TemplateId.parse('impact-map');
export const IMPACT_LETTER = TemplateId.parse('impact-letter');

/** The section in which the person looks how they are before they begin. It is no area. */
const BEFORE = 'before';

const PREFIX = 'area-';

/** The id of an area's section in a map, such as "area-feeling-safe". */
export const areaIdOf = (area: string): string =>
  PREFIX +
  (area
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join('-')
    .slice(0, 64 - PREFIX.length) ?? '');

/** Whether a section of a map is one of its areas: a listed one, or one that the person added. */
export const isArea = ({ sectionId }: { readonly sectionId: string }): boolean =>
  sectionId !== BEFORE;

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
  isSection(node) && isArea(node) && holdsWriting(node);

function ticked(node: DocumentNode, ids: ReadonlySet<string>): DocumentNode {
  if (node.type === 'listitem') {
    return ids.has(areaIdOf(inlineText(node))) ? { ...node, checked: true } : node;
  }
  if (node.children === undefined) return node;
  return { ...node, children: childrenOf(node).map(child => ticked(child, ids)) };
}
