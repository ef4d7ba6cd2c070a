import * as fc from 'fast-check';
import { z } from 'zod';
import { documentOf, documentWith, pictureBytes } from '../../support/builders.ts';

/** Ids that exist in the vault under test, so that valid calls find something to act upon. */
export type KnownIds = readonly string[];

type Checks = readonly { readonly _zod: { readonly def: Check } }[];
interface Check {
  readonly format?: string;
  readonly check: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number | bigint;
  readonly inclusive?: boolean;
  readonly pattern?: RegExp;
}

/** What zod says of itself: its own description of a schema, one shape for all kinds. */
interface Described {
  readonly type: string;
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly checks?: Checks;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
}

/** Values that fit a schema, its boundaries among them. */
export function fitting(schema: z.ZodType, ids: KnownIds): fc.Arbitrary<unknown> {
  const def = schema.def as unknown as Described;
  const inner = (): fc.Arbitrary<unknown> => fitting(def.innerType ?? z.never(), ids);
  switch (def.type) {
    case 'void':
    case 'undefined':
      return fc.constant(undefined);
    case 'nullable':
      return fc.oneof(fc.constant(null), inner());
    case 'optional':
    case 'default':
      return inner();
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case 'literal':
      return fc.constantFrom(...(def.values ?? []));
    case 'union':
      return fc.oneof(...(def.options ?? []).map(option => fitting(option, ids)));
    case 'array':
      return fc.array(fitting(def.element ?? z.never(), ids), { maxLength: 3 });
    case 'object':
      return fittingObject(def.shape ?? {}, ids);
    case 'number':
      return fittingNumber(checksOf(def));
    case 'string':
      return fittingString(def, ids);
    case 'custom':
      return fc.constantFrom(...CUSTOM).filter(value => schema.safeParse(value).success);
    default:
      throw new Error(`no values are known for the schema type ${def.type}`);
  }
}

function fittingObject(
  shape: Readonly<Record<string, z.ZodType>>,
  ids: KnownIds,
): fc.Arbitrary<object> {
  const isRequired = ([, schema]: readonly [string, z.ZodType]) =>
    !schema.safeParse(undefined).success;
  const values = Object.fromEntries(
    Object.entries(shape).map(([key, schema]) => [key, fitting(schema, ids)]),
  );
  const requiredKeys = Object.entries(shape)
    .filter(isRequired)
    .map(([key]) => key);
  return fc.record(values, { requiredKeys });
}

/** What a check by a function of our own takes: documents and bytes. */
const CUSTOM: readonly unknown[] = [
  documentOf(''),
  documentOf('I broke my promise.\nzqsecret'),
  documentWith([{ type: 'unknown-to-this-version', version: 9, zqsecret: 1 }]),
  pictureBytes('image/png', 'zqsecret'),
  new Uint8Array(0),
];

const checksOf = ({ checks = [] }: Described): readonly Check[] =>
  checks.map(({ _zod }) => _zod.def);

function fittingNumber(checks: readonly Check[]): fc.Arbitrary<number> {
  const limit = (name: string): number | undefined => {
    const found = checks.find(({ check }) => check === name);
    if (found?.value === undefined) return undefined;
    const step = found.inclusive === true ? 0 : 1;
    return Number(found.value) + (name === 'greater_than' ? step : -step);
  };
  const min = limit('greater_than') ?? Number.MIN_SAFE_INTEGER;
  const max = limit('less_than') ?? Number.MAX_SAFE_INTEGER;
  return fc.oneof(
    fc.constantFrom(min, max),
    fc.integer({ min, max: Math.min(max, Math.max(min, 0) + 4) }),
  );
}

/** What is there and fits, and what only looks like it. */
function fittingPattern(pattern: RegExp, ids: KnownIds): fc.Arbitrary<string> {
  const known = [...TEMPLATES, ...ids].filter(id => pattern.test(id));
  const alike = fc.stringMatching(pattern);
  return known.length === 0 ? alike : fc.oneof(fc.constantFrom(...known), alike);
}

const TEMPLATES = ['acknowledgment-letter', 'impact-map', 'daily-check-in', 'no-such-template'];

function fittingString(def: Described, ids: KnownIds): fc.Arbitrary<string> {
  const checks = checksOf(def);
  const formats = [def, ...checks].map(({ format }) => format);
  if (formats.includes('uuid')) return fc.oneof(fc.constantFrom(...ids), fc.uuid());
  if (formats.includes('date')) return fc.constantFrom('2026-05-17', '1900-01-01', '9999-12-31');
  const pattern = [def, ...checks].find(check => check.pattern !== undefined)?.pattern;
  if (pattern !== undefined) return fittingPattern(pattern, ids);
  const most = checks.find(({ check }) => check === 'max_length')?.maximum ?? 2000;
  const least = checks.find(({ check }) => check === 'min_length')?.minimum ?? 0;
  const maxLength = Math.min(most, 40);
  return fc.oneof(
    fc.string({ minLength: least, maxLength, unit: 'binary' }),
    fc.constantFrom(
      'zqsecret words'.slice(0, most),
      'z'.repeat(most),
      'x'.repeat(Math.max(1, least)),
    ),
  );
}
