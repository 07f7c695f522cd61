/** Keys of the region's own channels, made from their labels. */

const LONGEST = 40;
const FALLBACK = 'channel';

/**
 * A key for `label` in small letters, digits and underscores (ä and å become a, ö and ø become o), at most 40 characters,
 * with a number behind it when the key is taken.
 */
export function channelKey(label: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(label);
  const base = slug.length >= 2 ? slug : FALLBACK;
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `_${number}`;
    const key = base.slice(0, LONGEST - suffix.length).replace(/_+$/, '') + suffix;
    if (!taken.has(key)) return key;
  }
}

const slugOf = (label: string) =>
  label
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
