import type { Database } from 'better-sqlite3';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A connection in the hands of code that only reads. */
export type ReadDb = Database & { readonly [readable]: true };

/** A connection in the hands of code that runs inside a write transaction. */
export type WriteDb = ReadDb & { readonly [writable]: true };

export type Parameters = Readonly<Record<string, string | number | null | Uint8Array>>;

interface Statement<Row> {
  readonly get: (parameters?: Parameters) => Row | undefined;
  readonly all: (parameters?: Parameters) => Row[];
  readonly run: (parameters?: Parameters) => { readonly changes: number };
}

const caches = new WeakMap<ReadDb, Map<string, Statement<unknown>>>();

/** A prepared statement, compiled once per connection. SQL is static text with `@named` parameters. */
export function prepare<Row = never>(db: ReadDb, sql: string): Statement<Row> {
  const cache = caches.get(db) ?? new Map<string, Statement<unknown>>();
  caches.set(db, cache);
  const known = cache.get(sql);
  if (known !== undefined) return known as Statement<Row>;
  const statement = db.prepare(sql);
  const wrapped: Statement<unknown> = {
    get: parameters => (parameters ? statement.get(parameters) : statement.get()),
    all: parameters => (parameters ? statement.all(parameters) : statement.all()),
    run: parameters => (parameters ? statement.run(parameters) : statement.run()),
  };
  cache.set(sql, wrapped);
  return wrapped as Statement<Row>;
}
