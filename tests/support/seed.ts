import * as fc from 'fast-check';

/**
 * Random tests draw the same cases in every run, so that what passed passes again. The long form
 * draws others each time; a failure says its seed, and `AMENDS_SEED=n` repeats it.
 */
const { AMENDS_SEED: seed, AMENDS_LONG: long } = process.env;
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
else if (long === undefined) fc.configureGlobal({ seed: 20_260_517 });
