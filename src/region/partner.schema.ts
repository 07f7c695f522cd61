/** Partners: organisations that work in the region and are controllers of their leads' data. */
import * as z from 'zod';
import { BusinessId } from '../platform/business-id.schema.ts';
import { listQuery } from '../platform/page.schema.ts';
import { BASES } from './region.schema.ts';

export const PartnerInput = z
  .strictObject({
    name: z.string().trim().min(2).max(120),
    businessId: BusinessId.optional(),
    /** The basis its leads start with. */
    basis: z.enum(BASES),
    noticeVersion: z.string().trim().min(1).max(20).optional(),
  })
  .meta({ id: 'PartnerInput' });
export type PartnerInput = z.infer<typeof PartnerInput>;
/** Null clears. */
export const PartnerChange = PartnerInput.partial().extend({ businessId: BusinessId.nullish() }).meta({ id: 'PartnerChange' });
export type PartnerChange = z.infer<typeof PartnerChange>;

export const Partner = z
  .object({ id: z.uuid(), name: z.string(), businessId: z.string().nullable(), basis: z.enum(BASES), noticeVersion: z.string() })
  .meta({ id: 'Partner' });
export type Partner = z.infer<typeof Partner>;

export const PartnerList = z.strictObject({ ...listQuery, sort: z.enum(['createdAt', 'name', '-name']).default('createdAt') });
export type PartnerList = z.infer<typeof PartnerList>;
