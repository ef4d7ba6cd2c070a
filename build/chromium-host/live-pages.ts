import type { Line } from './chromium/pipe.ts';

/** The pages that are open now, for what concerns all of them. */
export const livePages = new Set<Line>();
