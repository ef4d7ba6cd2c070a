import { test as base } from './fixtures.ts';

/**
 * For tests of what comes after the first run: an app that is started without a data folder finds a
 * vault there, which `openVault` opens, and moves nothing unless the test wants it to.
 */
export const test = base.extend({
  begins: ['ready', { scope: 'worker' }],
  isStill: [true, { scope: 'worker' }],
});

export { expect } from './fixtures.ts';
