/** Channels: where an activity meets people; the known ones and the region's own. */
import * as z from 'zod';
import { listQuery } from '../platform/page.schema.ts';

export const CHANNELS = [
  'instagram',
  'facebook',
  'youtube',
  'tiktok',
  'linkedin',
  'google_ads',
  'radio',
  'print',
  'website',
  'event',
  'partner',
  'other',
] as const;

/** A key of a known channel or of one of the region's own. */
export const ChannelKey = z.string().regex(/^[a-z0-9_]{2,40}$/, 'Small letters, digits and underscores');

export const ChannelInput = z.strictObject({ label: z.string().trim().min(2).max(60) }).meta({ id: 'ChannelInput' });
export type ChannelInput = z.infer<typeof ChannelInput>;

/** `label` is null for the known ones: their names stand in the catalogues. */
export const Channel = z
  .object({ key: z.string(), label: z.string().nullable(), own: z.boolean(), archived: z.boolean() })
  .meta({ id: 'Channel' });
export type Channel = z.infer<typeof Channel>;

/** The known ones first, then the region's own by label; a page holds all that a region is likely to have. */
export const ChannelList = z.strictObject({
  ...listQuery,
  limit: listQuery.limit.unwrap().default(200),
  archived: z.enum(['true', 'false', 'all']).default('all'),
});
export type ChannelList = z.infer<typeof ChannelList>;

export const ChannelPath = z.strictObject({ region: z.string().max(60), key: ChannelKey });
export type ChannelPath = z.infer<typeof ChannelPath>;
