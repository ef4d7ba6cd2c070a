import { create } from 'zustand';

/** As wide as there is room, a whole page at once, or percent of its size on paper. */
export type Zoom = 'width' | 'page' | number;

/** Width and height, both in the same unit. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const SMALLEST = 50;
const LARGEST = 200;
const STEPS = [SMALLEST, 67, 80, 90, 100, 110, 125, 150, 175, LARGEST];

/** CSS pixels for a point of paper: 96 and 72 to the inch. */
const PIXELS = 96 / 72;

/** Kept until the vault is locked: the page, and all it remembers, goes with the lock. */
export const useZoom = create<{ readonly zoom: Zoom }>()(() => ({ zoom: 'width' }));

export const setZoom = (zoom: Zoom): void => useZoom.setState({ zoom });

/** How wide a page of so many points is shown where there is so much room, in CSS pixels. */
export function shownWidth(zoom: Zoom, page: Size, room: Size): number {
  const real = page.width * PIXELS;
  if (typeof zoom === 'number') return (real * zoom) / 100;
  const fitting =
    zoom === 'width' ? room.width : Math.min(room.width, (room.height * page.width) / page.height);
  return Math.max(Math.min(fitting, (real * LARGEST) / 100), 1);
}

/** What a shown width is in percent of the width on paper. */
export const percentShown = (shown: number, page: Size): number =>
  Math.round((shown / (page.width * PIXELS)) * 100);

/** The next larger step, or the next smaller one. */
export const larger = (percent: number): number => STEPS.find(step => step > percent) ?? LARGEST;
export const smaller = (percent: number): number =>
  STEPS.findLast(step => step < percent) ?? SMALLEST;

/** The keys that every program has for it, inside the preview; whether it was one of them. */
export function zoomByKey(key: string, percent: number): boolean {
  if (key === '+' || key === '=') setZoom(larger(percent));
  else if (key === '-') setZoom(smaller(percent));
  else if (key === '0') setZoom('width');
  else return false;
  return true;
}
