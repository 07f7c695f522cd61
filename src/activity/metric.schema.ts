/** Numbers about an activity: by period, and cumulative at a moment. */
import * as z from 'zod';
import { Day, Id, Instant, InstantOut, ItemPath } from '../platform/page.schema.ts';

export const METRICS = [
  'reach',
  'impressions',
  'views',
  'clicks',
  'linkClicks',
  'spend',
  'registrations',
  'conversions',
  'likes',
  'comments',
  'shares',
  'saves',
  'follows',
] as const;
export type Metric = (typeof METRICS)[number];
export const SNAPSHOT_METRICS = ['views', 'likes', 'comments', 'shares', 'follows'] as const;

/** Where a number comes from. For one activity, metric and day one source counts: by API, then by file, then typed. */
export const SOURCES = ['youtube', 'meta', 'google_ads', 'tiktok', 'linkedin', 'instagram', 'api', 'file', 'manual'] as const;
export type Source = (typeof SOURCES)[number];

const value = z.int().min(0).max(1e15);

/** `spend` is in integer cents, everything else in pieces. Both days inclusive. */
export const MetricRow = z
  .strictObject({
    metric: z.enum(METRICS),
    periodStart: Day,
    periodEnd: Day,
    value,
    source: z.enum(SOURCES).default('manual'),
    externalId: z.string().max(120).optional(),
  })
  .refine(({ periodStart, periodEnd }) => periodEnd >= periodStart, {
    path: ['periodEnd'],
    error: 'It ends before it starts',
    params: { code: 'ends_before_start' },
  });
/** Replaces rows of equal periods, adds the others. */
export const MetricRows = z.array(MetricRow).min(1).max(5000).meta({ id: 'MetricRows' });
export type MetricRows = z.infer<typeof MetricRows>;

export const SnapshotRow = z.strictObject({
  metric: z.enum(SNAPSHOT_METRICS),
  takenAt: Instant,
  value,
  source: z.enum(SOURCES).default('manual'),
});
export const SnapshotRows = z.array(SnapshotRow).min(1).max(5000).meta({ id: 'SnapshotRows' });
export type SnapshotRows = z.infer<typeof SnapshotRows>;

/** One figure of an activity. */
export const MetricPath = ItemPath.extend({ metricId: Id });
export type MetricPath = z.infer<typeof MetricPath>;
/** Which snapshot: there is one of a metric and source at a moment. */
export const SnapshotKey = z.strictObject({
  metric: z.enum(SNAPSHOT_METRICS),
  takenAt: Instant,
  source: z.enum(SOURCES).default('manual'),
});
export type SnapshotKey = z.infer<typeof SnapshotKey>;

export const MetricRowOut = z
  .object({
    id: z.uuid(),
    metric: z.enum(METRICS),
    periodStart: z.string(),
    periodEnd: z.string(),
    value: z.number(),
    source: z.enum(SOURCES),
    externalId: z.string().nullable(),
  })
  .meta({ id: 'Metric' });
export const SnapshotOut = z
  .object({ metric: z.enum(SNAPSHOT_METRICS), takenAt: InstantOut, value: z.number(), source: z.enum(SOURCES) })
  .meta({ id: 'Snapshot' });

/** All figures of one activity, newest period first; snapshots oldest first. */
export const Figures = z.object({ metrics: z.array(MetricRowOut), snapshots: z.array(SnapshotOut) }).meta({ id: 'Figures' });
export type Figures = z.infer<typeof Figures>;
