/** A cohort by a fact of the lead, and its touches in one binary value. */
import sql, { type Sql } from 'sql-template-tag';
import * as z from 'zod';
import { type Cohort, cohortSql, protectedLeads, reachedSql } from './cohort.ts';
import type { Read } from './funnel.query.ts';
import { PACKED_LEAD, PackedLeads } from './packed-leads.ts';

export const LEAD_DIMENSIONS = ['owner', 'municipality', 'language', 'month', 'pipeline'] as const;
export type LeadDimension = (typeof LEAD_DIMENSIONS)[number];

const Group = z.object({ key: z.string().nullable(), reached: z.int(), count: z.int() });
export type Group = z.infer<typeof Group>;

/** Leads by the value they have themselves (null: unknown) and the furthest step. Months are of the region's zone. */
export async function groupsQuery(read: Read, cohort: Cohort, by: LeadDimension, zone: string): Promise<Group[]> {
  const rows = await read(sql`
    select ${leadKeySql(cohort.regionId, by, zone)} as key, ${reachedSql(cohort)} as reached, count(*)::int as count
    from ${cohortSql(cohort)} group by 1, 2`);
  return z.array(Group).parse(rows);
}

/** The value of a lead `c` in a breakdown. A protected person's municipality is not told. */
export function leadKeySql(regionId: string, by: LeadDimension, zone: string): Sql {
  switch (by) {
    case 'owner':
      return sql`c.owner::text`;
    case 'municipality':
      return sql`case when c.lead_id not in ${protectedLeads(regionId)} then lpad(c.municipality::text, 3, '0') end`;
    case 'language':
      return sql`c.language`;
    case 'month':
      return sql`to_char(c.created_at at time zone ${zone}, 'YYYY-MM')`;
    case 'pipeline':
      return sql`c.pipeline::text`;
  }
}

/** The leads of a cohort that have touches, with all of them: a few hundred to a value, since the driver is slow with large ones. */
export async function packedQuery(read: Read, cohort: Cohort): Promise<PackedLeads> {
  const rows = await read(sql`
    with met as (
      select ${PACKED_LEAD} as packed, row_number() over () / 256 as part
      from (select c.lead_id, c.created_at, c.first_outcome, ${reachedSql(cohort)} as reached from ${cohortSql(cohort)}) c
      join path p on p.region_id = ${cohort.regionId} and p.lead_id = c.lead_id)
    select string_agg(packed, ''::bytea) as packed from met group by part`);
  return new PackedLeads(
    z
      .array(z.object({ packed: z.instanceof(Buffer) }))
      .parse(rows)
      .map(({ packed }) => packed),
  );
}
