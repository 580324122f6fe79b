import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const tokens = readFileSync('src/styles/tokens.css', 'utf8');

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The values of a name, in the light theme and in the dark. */
const valuesOf = (name: string) =>
  [...tokens.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6});`, 'g'))].map((m) => m[1] ?? '');

test.each(['light', 'dark'].map((theme, at) => ({ theme, at })))(
  'each step of heat can be told from the next ($theme)',
  ({ at }) => {
    const steps = [0, 1, 2, 3, 4, 5].map((step) => valuesOf(`heat-${step}`)[at] ?? '');
    for (const [index, step] of steps.slice(1).entries())
      expect(contrast(steps[index] ?? '', step), `step ${index} and ${index + 1}`).toBeGreaterThanOrEqual(1.3);
  },
);

test.each(['light', 'dark'].map((theme, at) => ({ theme, at })))(
  'what is written on a step can be read ($theme)',
  ({ at }) => {
    const inks = ['cool', 'cool', 'cool', 'cool', 'warm', 'warm'].map((ink) => valuesOf(`on-heat-${ink}`)[at] ?? '');
    for (const [step, ink] of inks.entries())
      expect(contrast(valuesOf(`heat-${step}`)[at] ?? '', ink), `step ${step}`).toBeGreaterThanOrEqual(4.5);
  },
);
