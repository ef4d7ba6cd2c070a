import { bench, dist } from './commands.mjs';
import { Stop } from './setup.mjs';
import { start } from './start.mjs';
import { test, testLong } from './test.mjs';

// What `npm start`, `npm test` and the longer commands of package.json call. Plain JavaScript for any
// Node from 20 on, without a dependency: nothing is installed yet when it starts.

const COMMANDS = { start, test, 'test:long': testLong, bench, dist };

const [name = '', ...args] = process.argv.slice(2);
const command = COMMANDS[name];

try {
  if (command === undefined) throw new Stop(`unknown command: ${name || '(none)'}`);
  process.exitCode = await command(args);
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
