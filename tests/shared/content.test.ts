import { expect, test } from 'vitest';
import { z } from 'zod';
import { feelings } from '#shared/content/feelings.ts';
import shippedFeelings from '#shared/content/feelings.json' with { type: 'json' };
import { parseContent } from '#shared/content/parse-content.ts';
import { brokenReferences } from '#shared/content/references.ts';
import { safetyGate } from '#shared/content/safety-gate.ts';
import { breaches, relationships, roleNote, steps, stepsNote } from '#shared/content/steps.ts';
import { templates, templatesOf } from '#shared/content/templates.ts';
import shippedSteps from '#shared/content/steps.json' with { type: 'json' };
import shipped from '#shared/content/templates.json' with { type: 'json' };
import { Template } from '#shared/domain/template.ts';

test('what the shipped files say of each other is true', () => {
  expect(brokenReferences()).toEqual([]);
});

test('every step has templates for both sides', () => {
  for (const step of steps) {
    expect(templatesOf(step, 'caused-harm').length).toBeGreaterThan(0);
    expect(templatesOf(step, 'was-hurt').length).toBeGreaterThan(0);
  }
  expect([templates.length, feelings.feelings.length]).toEqual([shipped.length, 8]);
});

test('reading fills nothing in: the built app takes the files as they are', () => {
  expect(templates).toEqual(shipped);
  expect(feelings).toEqual(shippedFeelings);
  expect(shippedSteps).toMatchObject({
    steps,
    breaches,
    relationships,
    roleNote,
    stepsNote,
    safety: { gate: safetyGate },
  });
});

test.each([
  [
    'an unknown type of section',
    (list: unknown[]) => set(list, [0, 'sections', 1, 'type'], 'poem'),
    /^templates\.json: 0\.sections\.1\.type: /,
  ],
  [
    'a missing title',
    (list: unknown[]) => set(list, [0, 'title'], undefined),
    /^templates\.json: 0\.title: /,
  ],
  [
    'a step that the guide does not have',
    (list: unknown[]) => set(list, [2, 'step'], 6),
    /^templates\.json: 2\.step: /,
  ],
  [
    'a misspelt field',
    (list: unknown[]) => set(list, [1, 'sections', 0, 'hints'], ''),
    /^templates\.json: 1\.sections\.0: .*hints/,
  ],
])('%s is refused with its place', (_name, damage, message) => {
  const damaged = damage(structuredClone(shipped));
  expect(() => parseContent('templates.json', z.array(Template), damaged)).toThrow(message);
});

/** The list with another value at a path. */
function set(list: unknown[], path: readonly (string | number)[], value: unknown): unknown[] {
  let place = list as unknown as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) place = place[key] as typeof place;
  place[path.at(-1) ?? ''] = value;
  return list;
}
