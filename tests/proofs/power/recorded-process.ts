import fs, { writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import Database from 'better-sqlite3';
import { isScenario, scenarios } from './scenarios/index.ts';

// Started by record(): runs one scenario. For the proof of the proof it can be made unsafe first.
const [name = '', folder = ''] = process.argv.slice(2);
if (!isScenario(name)) throw new Error(`no such scenario: ${name}`);

const WEAKENING = process.env['AMENDS_WEAKEN'] ?? '';

/** Undoes, once the core has set and checked its pragmas, one of them. */
function weakenDatabase(setting: string): void {
  const [pragma = ''] = setting.split('=');
  const weakened = new WeakSet<object>();
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
  const { transaction } = Database.prototype;
  Database.prototype.transaction = function weak(this: Database.Database, work) {
    if (!weakened.has(this)) {
      weakened.add(this);
      const safe = this.pragma(pragma, { simple: true });
      this.pragma(setting);
      if (this.pragma(pragma, { simple: true }) === safe) throw new Error(`${setting} is refused`);
    }
    return transaction.call(this, work) as never;
  };
}

function forgetSyncs(): void {
  fs.fsyncSync = () => {};
  syncBuiltinESMExports();
}

if (WEAKENING === 'no-file-syncs') forgetSyncs();
else if (WEAKENING !== '') weakenDatabase(WEAKENING);

await scenarios[name].run(folder, promise => {
  // Not process.stdout, which may write later.
  writeSync(1, `${promise}\n`);
});
