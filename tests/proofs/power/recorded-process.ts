import fs, { writeSync, type PathLike } from 'node:fs';
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
  const weaken = (db: Database.Database): void => {
    if (weakened.has(db)) return;
    weakened.add(db);
    const safe = db.pragma(pragma, { simple: true });
    db.pragma(setting);
    if (db.pragma(pragma, { simple: true }) === safe) throw new Error(`${setting} is refused`);
  };
  const transaction = Reflect.get(Database.prototype, 'transaction');
  Database.prototype.transaction = new Proxy(transaction, {
    apply(own, db: Database.Database, work) {
      weaken(db);
      return Reflect.apply(own, db, work) as never;
    },
  });
}

function forgetSyncs(): void {
  fs.fsyncSync = () => {};
  syncBuiltinESMExports();
}

/** What the kernel copies by itself, no library sees: here it is read, and written. */
function copyByHand(): void {
  const { COPYFILE_EXCL } = fs.constants;
  fs.copyFileSync = (from: PathLike, to: PathLike, mode = 0) => {
    fs.writeFileSync(to, fs.readFileSync(from), {
      flag: (mode & COPYFILE_EXCL) === 0 ? 'w' : 'wx',
      mode: fs.statSync(from).mode,
    });
  };
  syncBuiltinESMExports();
}

copyByHand();
if (WEAKENING === 'no-file-syncs') forgetSyncs();
else if (WEAKENING !== '') weakenDatabase(WEAKENING);

await scenarios[name].run(folder, promise => {
  // Not process.stdout, which may write later.
  writeSync(1, `${promise}\n`);
});
