/** Lists: what every list takes and answers. */
import * as z from 'zod';

/** A day of the region's zone, `2025-09-01`. */
export const Day = z.iso.date();
/** An instant, ISO 8601 with zone. */
export const Instant = z.iso.datetime({ offset: true });
/** An instant as the database gives it, on its way out. */
export const InstantOut = z.preprocess((value) => (value instanceof Date ? value.toISOString() : value), z.iso.datetime());
/** Integer cents. */
export const Cents = z.int().min(0).max(1_000_000_000_000);
export const Id = z.uuid();

/** A repeatable query parameter: absent, once or many times. */
export const many = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item).max(200));
/** A boolean in a query: `true` or `false`. */
export const Flag = z.enum(['true', 'false']).transform((value) => value === 'true');

export const RegionPath = z.strictObject({ region: z.string().max(60) });
export type RegionPath = z.infer<typeof RegionPath>;
export const ItemPath = z.strictObject({ region: z.string().max(60), id: Id });
export type ItemPath = z.infer<typeof ItemPath>;

/** `q`, `limit` and `cursor`; each list adds `sort` with its own columns and its filters. */
export const listQuery = {
  q: z.string().trim().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
};

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int() });
export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
  readonly total: number;
}
