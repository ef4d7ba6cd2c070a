// Reading the shipped words checks each file against its schema; a bad one throws with its place.
// The built app takes them as they are (shared/content/parse-content.ts): all of them are read here.
import '#shared/content/feelings.ts';
import '#shared/content/safety-gate.ts';
import '#shared/content/steps.ts';
import '#shared/content/templates.ts';
import { brokenReferences } from '#shared/content/references.ts';

const problems = brokenReferences();
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
