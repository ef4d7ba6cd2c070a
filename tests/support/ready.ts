import { test as base } from './fixtures.ts';

/**
 * For tests of what comes after the first run: an app that is started without a data folder finds a
 * vault there, which `openVault` opens.
 */
export const test = base.extend({ begins: ['ready', { scope: 'worker' }] });

export { expect } from './fixtures.ts';
