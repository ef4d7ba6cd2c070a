import { anything, assert, property } from 'fast-check';
import { expect, test } from 'vitest';
import { createCodec } from '../../build/chromium-host/page/clone-codec.ts';

const { encode, decode } = createCodec();
const trip = (value: unknown): unknown => decode(encode(value));

test('whatever a structured clone keeps comes out as it went in', () => {
  const values = anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: false,
  });
  assert(
    property(values, value => {
      const cloned: unknown = structuredClone(value);
      expect(trip(cloned)).toEqual(cloned);
    }),
    { numRuns: 500 },
  );
});

test('numbers that JSON does not know survive', () => {
  expect(trip([Number.NaN, -0, Infinity, -Infinity, undefined, null, 2n ** 70n])).toEqual([
    Number.NaN,
    -0,
    Infinity,
    -Infinity,
    undefined,
    null,
    2n ** 70n,
  ]);
});

test('shared and circular references stay shared and circular', () => {
  const shared = { word: 'once' };
  const value: Record<string, unknown> = { a: shared, b: [shared], when: new Date(5) };
  value['self'] = value;
  const result = trip(value) as typeof value & { a: object; b: object[] };
  expect(result['self']).toBe(result);
  expect(result.b[0]).toBe(result.a);
});

test('an own key named __proto__ or $ is only a key', () => {
  const value: unknown = JSON.parse('{"__proto__": {"polluted": true}, "$": "map", "v": [1]}');
  const result = trip(value) as Record<string, unknown>;
  expect(Object.keys(result)).toEqual(['__proto__', '$', 'v']);
  expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
  expect('polluted' in {}).toBe(false);
});

test('an error keeps its name, message and cause', () => {
  const result = trip(new TypeError('no', { cause: { code: 7 } })) as Error;
  expect(result).toBeInstanceOf(Error);
  expect([result.name, result.message, result.cause]).toEqual(['TypeError', 'no', { code: 7 }]);
});

test('bytes are copied alone, not with the buffer they lie in', () => {
  const result = trip(new Uint8Array([1, 2, 3, 4]).subarray(1, 3)) as Uint8Array;
  expect([...result]).toEqual([2, 3]);
  expect(result.buffer.byteLength).toBe(2);
});

test('functions and symbols are refused', () => {
  expect(() => encode({ f: () => 1 })).toThrow(/could not be cloned/);
  expect(() => encode([Symbol('s')])).toThrow(/could not be cloned/);
});
