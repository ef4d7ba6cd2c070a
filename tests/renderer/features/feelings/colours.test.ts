import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wordsOfRing } from '../../../../renderer/features/feelings/vocabulary.ts';

const root = join(import.meta.dirname, '../../../../renderer');
const colours = readFileSync(join(root, 'features/feelings/Colours.module.css'), 'utf8');
const tokens = readFileSync(join(root, 'styles/tokens.css'), 'utf8');

const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];
type Rgb = readonly [red: number, green: number, blue: number];

/** What a custom property is in a theme, as it is written. */
function valueOf(css: string, name: string, theme: Theme): string {
  const pair = new RegExp(String.raw`${name}: light-dark\((.+)\);`).exec(css)?.[1];
  if (pair === undefined) throw new Error(`no ${name}`);
  const [light = '', dark = ''] = pair.split(/, (?=oklch|#)/);
  return theme === 'light' ? light : dark;
}

/** The hue of each core. */
const hues = new Map(
  [...colours.matchAll(/data-core='(?<core>[^']+)'\] \{\s+--hue: (?<hue>\d+)/g)].map(
    ({ groups }) => [groups?.['core'] ?? '', Number(groups?.['hue'])],
  ),
);

/** Linear red, green and blue of a colour that is written as hex or as oklch with a hue. */
function linear(written: string, hue: number): Rgb {
  const hex = /^#(\w\w)(\w\w)(\w\w)$/.exec(written);
  if (hex !== null) return hex.slice(1).map(each => fromSrgb(Number(`0x${each}`) / 255)) as never;
  const [, lightness, chroma] = /^oklch\(([\d.]+) ([\d.]+) var\(--hue\)\)$/.exec(written) ?? [];
  return fromOklch(Number(lightness), Number(chroma), (hue * Math.PI) / 180);
}

const fromSrgb = (value: number): number =>
  value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

/** https://bottosson.github.io/posts/oklab/ */
function fromOklch(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b) ** 3;
  const m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b) ** 3;
  const s = (lightness - 0.089_484_177_5 * a - 1.291_485_548 * b) ** 3;
  return [
    4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
    -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
    -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701 * s,
  ];
}

const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * red + 0.7152 * green + 0.0722 * blue;

function contrast(one: Rgb, other: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const cores = wordsOfRing(0).map(({ core }) => core);
const GROUNDS = ['--feeling-core', '--feeling-kind', '--feeling-exact'] as const;

test('every core has a colour of its own', () => {
  expect([...hues.keys()].toSorted()).toEqual(cores.toSorted());
  expect(new Set(hues.values()).size).toBe(cores.length);
});

describe.each(THEMES)('in the %s theme', theme => {
  const colour = (name: string, core: string): Rgb =>
    linear(valueOf(colours, name, theme), hues.get(core) ?? 0);
  const token = (name: string): Rgb => linear(valueOf(tokens, name, theme), 0);

  test.each(cores)('each label of %s can be read on its ground', core => {
    const ratios = [
      ...GROUNDS.map(ground => contrast(token('--ink'), colour(ground, core))),
      // A strength that is not chosen, in a chip.
      contrast(token('--ink-soft'), colour('--feeling-exact', core)),
      contrast(colour('--feeling-on-deep', core), colour('--feeling-deep', core)),
    ];
    for (const ratio of ratios) expect(ratio).toBeGreaterThanOrEqual(4.5);
  });

  test.each(cores)('what is chosen of %s stands out from its ring', core => {
    for (const ground of GROUNDS) {
      const ratio = contrast(colour('--feeling-deep', core), colour(ground, core));
      expect(ratio).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(cores)('every screen can show the colours of %s', core => {
    for (const name of [...GROUNDS, '--feeling-deep']) {
      for (const part of colour(name, core)) {
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(1);
      }
    }
  });
});
