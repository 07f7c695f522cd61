/** Finnish business ids (Y-tunnus), with their check digit. */
import * as z from 'zod';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2] as const;

/**
 * A business id as written by people, in its one form `1234567-8`; null when it cannot be one.
 * Accepts `FI12345678`, a missing or a long hyphen, blanks around it, and old ids of six digits.
 */
export function normaliseBusinessId(text: string): string | null {
  const compact = text
    .replace(/\s+/g, '')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/^FI(?=\d{8}$)/i, '');
  const match = /^(\d{6,7})-(\d)$/.exec(compact) ?? /^(\d{7})(\d)$/.exec(compact);
  return match ? `${match[1]!.padStart(7, '0')}-${match[2]}` : null;
}

/**
 * Whether the check digit fits: Σ digit × (7, 9, 10, 5, 8, 4, 2) mod 11; 0 → 0, 1 → never issued, else 11 − remainder.
 * @see https://www.vero.fi/globalassets/tietoa-verohallinnosta/ohjelmistokehittajille/yritys--ja-yhteis%C3%B6tunnuksen-ja-henkil%C3%B6tunnuksen-tarkistusmerkin-tarkistuslaskenta.pdf
 */
export function isBusinessId(id: string): boolean {
  if (!/^\d{7}-\d$/.test(id) || id === '0000000-0') return false;
  const remainder = WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(id[at]), 0) % 11;
  return remainder !== 1 && Number(id[8]) === (remainder === 0 ? 0 : 11 - remainder);
}

/** A business id in its one form. */
export const BusinessId = z
  .string()
  .max(20)
  .transform((text) => normaliseBusinessId(text) ?? text)
  .refine(isBusinessId, { error: 'This is not a valid business id', params: { code: 'wrong_business_id' } });
