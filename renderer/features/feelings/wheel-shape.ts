import { outerCount, type WheelWord } from './vocabulary.ts';

/** How far from the middle each ring ends, in the units of the drawing. */
export interface Rings {
  readonly hub: number;
  readonly ends: readonly [core: number, kind: number, exact: number];
}

/** Where a segment lies: its angles in degrees, clockwise from the right, and its distances. */
export interface Sector {
  readonly from: number;
  readonly to: number;
  readonly inner: number;
  readonly outer: number;
}

export interface Label {
  readonly x: number;
  readonly y: number;
  /** Degrees by which the text is turned; never so far that it stands on its head. */
  readonly rotate: number;
}

/** The whole wheel, with room for the words of all three rings. */
export const WHOLE: Rings = { hub: 38, ends: [110, 212, 310] };

/** The small wheel: the eight cores, and of the other rings only their colours. */
export const OVERVIEW: Rings = { hub: 46, ends: [262, 288, 310] };

const TOP = -90;
const PER_WORD = 360 / outerCount;

/** The angle by which the wheel is turned for the middle of this word to face right. */
export const turnTo = ({ from, to }: WheelWord): number => -(TOP + ((from + to) / 2) * PER_WORD);

export function sectorOf({ ring, from, to }: WheelWord, rings: Rings, turn = 0): Sector {
  const starts = [rings.hub, rings.ends[0], rings.ends[1]] as const;
  return {
    from: TOP + from * PER_WORD + turn,
    to: TOP + to * PER_WORD + turn,
    inner: starts[ring],
    outer: rings.ends[ring],
  };
}

/** The outline of a segment as the data of an SVG path. */
export function outlineOf({ from, to, inner, outer }: Sector): string {
  const large = to - from > 180 ? 1 : 0;
  return [
    `M${at(inner, from)}`,
    `L${at(outer, from)}`,
    `A${outer} ${outer} 0 ${large} 1 ${at(outer, to)}`,
    `L${at(inner, to)}`,
    `A${inner} ${inner} 0 ${large} 0 ${at(inner, from)}Z`,
  ].join('');
}

/** The middle of a segment, and how its word is turned to run along the radius and stay readable. */
export function labelOf({ from, to, inner, outer }: Sector): Label {
  const angle = (from + to) / 2;
  const [x, y] = point((inner + outer) / 2, angle);
  const facing = halfTurn(angle);
  const rotate = facing > 90 || facing < -90 ? halfTurn(facing + 180) : facing;
  return { x, y, rotate };
}

/** Where a level word has the same room on both sides, a little further out than the middle. */
export function levelLabelOf(sector: Sector): Label {
  const { from, to, inner, outer } = sector;
  const [, y] = point(inner + (outer - inner) * 0.64, (from + to) / 2);
  const across = Array.from({ length: 2 * outer + 1 }, (_, index) => index - outer);
  const inside = across.filter(x => isInside(sector, x, y));
  const x = ((inside[0] ?? 0) + (inside.at(-1) ?? 0)) / 2;
  return { x, y, rotate: 0 };
}

/** Whether a point lies in a segment. */
export function isInside({ from, to, inner, outer }: Sector, x: number, y: number): boolean {
  const radius = Math.hypot(x, y);
  const angle = halfTurn((Math.atan2(y, x) * 180) / Math.PI - (from + to) / 2);
  return radius > inner && radius < outer && Math.abs(angle) < (to - from) / 2;
}

/** The same direction, between -180 and 180 degrees. */
const halfTurn = (angle: number): number => ((((angle + 180) % 360) + 360) % 360) - 180;

function point(radius: number, angle: number): readonly [x: number, y: number] {
  const radians = (angle * Math.PI) / 180;
  return [rounded(radius * Math.cos(radians)), rounded(radius * Math.sin(radians))];
}

const at = (radius: number, angle: number): string => point(radius, angle).join(' ');

const rounded = (length: number): number => Math.round(length * 100) / 100;
