/** Organisations: companies, associations and public bodies that take part. */
import * as z from 'zod';
import { BusinessId } from '../platform/business-id.schema.ts';
import { listQuery } from '../platform/page.schema.ts';
import { MunicipalityCode } from '../platform/municipality.schema.ts';

export const OrganisationInput = z
  .strictObject({
    name: z.string().trim().min(1).max(160),
    businessId: BusinessId.optional(),
    industry: z.string().trim().max(120).optional(),
    municipality: MunicipalityCode.optional(),
  })
  .meta({ id: 'OrganisationInput' });
export type OrganisationInput = z.infer<typeof OrganisationInput>;

/** Null clears. */
export const OrganisationChange = z
  .strictObject({
    name: OrganisationInput.shape.name,
    businessId: BusinessId.nullable(),
    industry: OrganisationInput.shape.industry.unwrap().nullable(),
    municipality: MunicipalityCode.nullable(),
  })
  .partial()
  .meta({ id: 'OrganisationChange' });
export type OrganisationChange = z.infer<typeof OrganisationChange>;

/** A known organisation, or one to be made (the same business id or the same name is the same organisation). */
export const OrganisationRef = z.union([z.strictObject({ id: z.uuid() }), OrganisationInput]);
export type OrganisationRef = z.infer<typeof OrganisationRef>;

export const Organisation = z
  .object({
    id: z.uuid(),
    name: z.string(),
    businessId: z.string().nullable(),
    industry: z.string().nullable(),
    municipality: z.string().nullable(),
  })
  .meta({ id: 'Organisation' });
export type Organisation = z.infer<typeof Organisation>;

/** `q`: a part of the name, or a business id. */
export const OrganisationList = z.strictObject({ ...listQuery, sort: z.enum(['name', '-name', '-createdAt']).default('name') });
export type OrganisationList = z.infer<typeof OrganisationList>;
