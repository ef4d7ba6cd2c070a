import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import own from '../package.json' with { type: 'json' };

const ROOT = resolve(import.meta.dirname, '..');
const PERMISSIVE = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'Zlib', 'OFL-1.1'];

const textOf = (...parts: string[]): string => readFileSync(join(ROOT, ...parts), 'utf8');

/** The packages that a bundle names, each with its licence if it has one: `## zod - 4.6.7 (MIT)`. */
const bundled = (folder: string): { name: string; licence: string }[] =>
  [...textOf('out', folder, 'licences.txt').matchAll(/^## (\S+) - \S+(?: \((.*)\))?$/gm)].map(
    ([, name = '', licence = '']) => ({ name, licence }),
  );

/** Whether it may be shipped: all of its licences with "AND", one of them with "OR". */
const isPermissive = (licence: string): boolean => {
  const names = licence.replaceAll(/[()]/g, '').split(/ (?:AND|OR) /);
  const isOne = (name: string): boolean => PERMISSIVE.includes(name);
  return licence.includes(' OR ') ? names.some(isOne) : names.every(isOne);
};

test.for(['main', 'renderer'])('all that is bundled in %s is permissive, and named', folder => {
  const packages = bundled(folder);
  expect(packages.map(({ name }) => name)).toContain('zod');
  expect(packages.filter(({ licence }) => !isPermissive(licence))).toEqual([]);
});

test('what is shipped beside the bundles is permissive, and brings its licence', () => {
  for (const name of Object.keys(own.dependencies)) {
    const { license } = JSON.parse(textOf('node_modules', name, 'package.json')) as {
      license: string;
    };
    expect(isPermissive(license), `${name}: ${license}`).toBe(true);
    expect(existsSync(join(ROOT, 'node_modules', name, 'LICENSE')), name).toBe(true);
  }
  expect(textOf('out', 'main', 'licences-of-native-parts.txt')).toContain('Ulrich Telle');
});

test('the fonts bring theirs', () => {
  const text = textOf('out', 'renderer', 'licences-of-fonts.txt');
  expect(text.match(/^## .*$/gm)).toEqual([
    '## node_modules/@fontsource-variable/inter/LICENSE',
    '## node_modules/@fontsource/inter/LICENSE',
    '## node_modules/@fontsource-variable/source-serif-4/LICENSE',
    '## node_modules/@fontsource/source-serif-4/LICENSE',
  ]);
  expect(text.match(/SIL OPEN FONT LICENSE Version 1.1/g)).toHaveLength(4);
});
