/** Whatever colour a region may choose, its public pages can be read in light and in dark. */
import { describe, expect, it } from '@jest/globals';
import { Color, contrast } from '../platform/color.schema.ts';
import { DARK_PAGE, darkColors, LIGHT_PAGE, lightColors, type PublicColors } from './public-colors.ts';

/** All hues at several lightnesses and saturations, those that a region may choose. */
const allowed = Array.from({ length: 72 }, (_, step) => step * 5)
  .flatMap((hue) => [0, 0.5, 1].flatMap((saturation) => [0, 0.15, 0.3, 0.4, 0.45, 0.6].map((light) => hex(hue, saturation, light))))
  .filter((color) => Color.safeParse(color).success);

function hex(hue: number, saturation: number, light: number): string {
  const reach = saturation * Math.min(light, 1 - light);
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    return Math.round(255 * (light - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return `#${[0, 8, 4].map((n) => channel(n).toString(16).padStart(2, '0')).join('')}`;
}

/** The worst contrast of words with their ground. */
function worst(colors: PublicColors, { page, ink, soft }: { page: string; ink: string; soft: string }): number {
  const { lake, on, tint, deep, mark } = colors;
  return Math.min(
    ...[
      [lake, page],
      [lake, tint],
      [on, lake],
      [mark, tint],
      [mark, deep],
      [ink, tint],
      [soft, tint],
    ].map(([words, ground]) => contrast(words!, ground!)),
  );
}

describe('the colours of public pages', () => {
  it('measure contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
  });

  it.each([
    ['light', lightColors, { page: LIGHT_PAGE, ink: '#12262b', soft: '#4a5f65' }],
    ['dark', darkColors, { page: DARK_PAGE, ink: '#e2edee', soft: '#a1b5b8' }],
  ] as const)('can be read in %s with every hue', (_, colorsOf, ground) => {
    expect(allowed.length).toBeGreaterThan(400);
    expect(allowed.filter((color) => worst(colorsOf(color), ground) < 4.5)).toEqual([]);
  });

  it('keep the colour itself on buttons in light', () => {
    expect(lightColors('#8c1d2f').lake).toBe('#8c1d2f');
  });
});
