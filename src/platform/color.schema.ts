/** A colour that is safe to print and to write white words on, and how contrast is measured. */
import * as z from 'zod';

/** What WCAG 2.1 AA asks of text; a QR code in such a colour scans as well. */
export const READABLE = 4.5;

/** Red, green and blue of `#rrggbb`, each 0–255. */
export const channelsOf = (color: string): readonly number[] =>
  [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));

/** Contrast of two colours, 1–21, by WCAG 2.1 (1.4.3, relative luminance). */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = channelsOf(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

const HEX = /^#[0-9a-f]{6}$/;

/** `#rrggbb` in small letters, at least 4.5 to 1 with white; otherwise `too_light`. */
export const Color = z
  .string()
  .toLowerCase()
  .regex(HEX)
  .refine((color) => !HEX.test(color) || contrast(color, '#ffffff') >= READABLE, {
    error: 'Too light: white words on it and QR codes in it cannot be read',
    params: { code: 'too_light' },
  });
