/** What is kept until when: each lead until the region's retention after its last contact, who only attended something likewise. */
import sql, { type Sql } from 'sql-template-tag';
import type { RegionFacts } from '../platform/region-scope.ts';

export interface Announced {
  readonly personId: string;
  readonly leadId: string | null;
  readonly ownerId: string | null;
  readonly open: boolean;
  /** The first day on which it may be erased. */
  readonly on: string;
  /** Its day by the region's retention. */
  readonly deleteOn: string;
}

/** Days between the announcement and the deletion. */
export const ANNOUNCED_DAYS = 30;

/** The day on which the region's retention after `instant` ends. */
export const dayAfter = (instant: Sql, { timeZone, retentionMonths }: RegionFacts): Sql =>
  sql`((${instant} at time zone ${timeZone})::date + make_interval(months => ${retentionMonths}))::date`;

/**
 * `kept (person_id, lead_id, owner_id, delete_on)`: every lead (read through merges) that is not erased yet, and persons without any lead.
 * Who is kept as evidence has a day of her own.
 */
export const keptRows = (region: RegionFacts): Sql => sql`
  kept as (
    select coalesce(p.merged_into, p.id) as person_id, l.id as lead_id, l.owner_id, j.closed_at is null as open,
           ${dayAfter(sql`j.touched_at`, region)} as delete_on
    from lead l
    join journey j on j.region_id = l.region_id and j.lead_id = l.id
    join person p on p.region_id = l.region_id and p.id = l.person_id
    where l.region_id = ${region.id} and l.merged_into is null and l.erased_at is null and p.erased_at is null
      and p.restricted_because is distinct from 'evidence'
    union all
    select p.id, null, null, false,
           ${dayAfter(
             sql`greatest(p.created_at, (
               select max(e.created_at) from attendee e join person one on one.region_id = e.region_id and one.id = e.person_id
               where e.region_id = p.region_id and (one.id = p.id or one.merged_into = p.id)))`,
             region,
           )}
    from person p
    where p.region_id = ${region.id} and p.merged_into is null and p.erased_at is null and p.restricted_because is distinct from 'evidence'
      and not exists (
        select from lead l join person one on one.region_id = l.region_id and one.id = l.person_id
        where l.region_id = p.region_id and (one.id = p.id or one.merged_into = p.id)))`;

/** Rows that come up within the time of announcement and are not announced for that day yet. */
export const toAnnounce = (region: RegionFacts, today: string, limit: number): Sql => sql`
  with ${keptRows(region)}
  select k.person_id as "personId", k.lead_id as "leadId", k.owner_id as "ownerId", k.open,
         greatest(k.delete_on, ${today}::date + ${ANNOUNCED_DAYS}::int) as "on", k.delete_on as "deleteOn"
  from kept k
  where k.delete_on <= ${today}::date + ${ANNOUNCED_DAYS}::int
    and not exists (select from deletion_notice d where d.region_id = ${region.id} and d.person_id = k.person_id
                      and d.lead_id is not distinct from k.lead_id and d.delete_on = k.delete_on)
  order by k.owner_id, k.delete_on, k.person_id, k.lead_id limit ${limit}`;

/** Rows whose day has come, announced long enough before; `last`: nothing else of the person is kept longer. */
export const toErase = (region: RegionFacts, today: string, limit: number): Sql => sql`
  with ${keptRows(region)}
  select k.person_id as "personId", k.lead_id as "leadId",
         not exists (select from kept other where other.person_id = k.person_id and other.delete_on > ${today}::date) as last
  from kept k
  where k.delete_on <= ${today}::date
    and exists (select from deletion_notice d where d.region_id = ${region.id} and d.person_id = k.person_id
                  and d.lead_id is not distinct from k.lead_id and d.delete_on = k.delete_on
                  and (d.announced_at at time zone ${region.timeZone})::date + ${ANNOUNCED_DAYS}::int <= ${today}::date)
  order by k.delete_on, k.person_id, k.lead_id limit ${limit}`;

/** Persons kept as evidence whose last day is over. */
export const evidenceOver = (regionId: string, today: string, limit: number): Sql => sql`
  select id from person
  where region_id = ${regionId} and merged_into is null and restricted_because = 'evidence' and restricted_until < ${today}::date
  order by restricted_until, id limit ${limit}`;
