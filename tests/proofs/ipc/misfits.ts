import * as fc from 'fast-check';

/** In every text and name that must never come back in an error. */
export const SECRET = 'zqsecret';

const deep = (levels: number): object => {
  let node: object = { end: SECRET };
  for (let level = 0; level < levels; level += 1) node = { type: SECRET, children: [node] };
  return node;
};

const cyclic = (): object => {
  const ring: Record<string, unknown> = { id: SECRET };
  ring['self'] = ring;
  return ring;
};

/** Whatever can be sent to another process at all. */
const ZOO: readonly unknown[] = [
  null,
  NaN,
  -0,
  Infinity,
  10n,
  SECRET,
  SECRET.repeat(20_000),
  '\0',
  '\ud800',
  true,
  [],
  // With a hole at its beginning.
  Object.assign([], { 1: SECRET }),
  {},
  new Date(NaN),
  new RegExp(SECRET),
  new Map([[SECRET, SECRET]]),
  new Set([SECRET]),
  new Error(SECRET),
  new Uint8Array(5000),
  new DataView(new ArrayBuffer(8)),
  Object.assign(Object.create(null), { id: SECRET }),
  JSON.parse(`{"__proto__": {"id": "${SECRET}"}, "constructor": 1}`),
  { toString: SECRET, id: { $gt: SECRET } },
  deep(300),
  cyclic(),
  { version: 1, root: deep(100) },
];

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withTypedArray: true,
  withSparseArray: true,
});

export const zoo: fc.Arbitrary<unknown> = fc.oneof(fc.constantFrom(...ZOO), anything);

/** A value beside the one that fits: one thing in it missing, added, or of the wrong kind. */
export function nearMiss(value: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(value)) {
    return fc.oneof(
      zoo.map(odd => [...(value as unknown[]), odd]),
      fc.constant(Array.from({ length: 5000 }, () => value[0] as unknown)),
    );
  }
  if (typeof value !== 'object' || value === null) {
    const odd: unknown[] = [typeof value === 'number' ? value + 0.5 : `${String(value)} `, {}];
    return fc.oneof(fc.constantFrom(...odd), zoo);
  }
  const keys = Object.keys(value);
  if (keys.length === 0) return zoo;
  return fc.constantFrom(...keys).chain(key => {
    const { [key]: own, ...rest } = value as Record<string, unknown>;
    return fc.oneof(
      fc.constant(rest),
      fc.constant({ ...value, [SECRET]: SECRET }),
      nearMiss(own).map(odd => ({ ...value, [key]: odd })),
      zoo.map(odd => ({ ...value, [key]: odd })),
      fc.constant({ ...value, [key]: typeof own === 'string' ? own + 'x'.repeat(20_000) : -1 }),
    );
  });
}
