import { brokenReferences } from '#shared/content/references.ts';

// Reading the shipped words checks each file against its schema; a bad one throws with its place.
const problems = brokenReferences();
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
