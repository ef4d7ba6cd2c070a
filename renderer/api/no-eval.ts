import { z } from 'zod';

// zod probes whether it may compile code at run time, to be faster. The page's policy forbids it, and would report
// every probe as a violation. This has to run before any schema does, so the entry imports it first.
z.config({ jitless: true });
