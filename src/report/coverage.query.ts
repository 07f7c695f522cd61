/** Who was there on which days, and what became of the leads of a cohort at the tip of the funnel. */
import sql from 'sql-template-tag';
import * as z from 'zod';
import { type Cohort, cohortSql } from './cohort.ts';
import type { Ended } from './kaplan-meier.ts';
import type { Read } from './funnel.query.ts';

/** A contact person counts as active this many days after she was last there. */
const ACTIVE_DAYS = 14;

/** Days [from, to); null: no bound. */
const ActiveDays = z.object({ id: z.string(), from: z.string().nullable(), to: z.string().nullable() });
export type ActiveDays = z.infer<typeof ActiveDays>;

/**
 * On which days each contact person is active: she holds the role, and she was there on that day or within 14 days before; on days on
 * which she is away her substitute must have been, and without one nobody is.
 */
export async function activeDaysQuery(read: Read, regionId: string): Promise<ActiveDays[]> {
  const rows = await read(sql`
    with present as (
      select c.id, range_agg(daterange(p.day, p.day + ${ACTIVE_DAYS + 1}::int)) as days
      from contact_person c join presence p on p.region_id = c.region_id and p.user_id = c.user_id
      where c.region_id = ${regionId} group by c.id),
    away as (select b.contact_person_id as id, range_agg(b.period) as days from absence b where b.region_id = ${regionId} group by 1),
    stood_in as (
      select b.contact_person_id as id, range_agg(day) as days
      from absence b join present s on s.id = b.substitute_id left join away w on w.id = b.substitute_id
      cross join lateral unnest(datemultirange(b.period) * (s.days - coalesce(w.days, datemultirange()))) day
      where b.region_id = ${regionId} group by 1),
    active as (
      select c.id, ((coalesce(p.days, datemultirange()) - coalesce(w.days, datemultirange())) + coalesce(s.days, datemultirange()))
                   * datemultirange(daterange(null, (c.left_at at time zone r.time_zone)::date)) as days
      from contact_person c join region r on r.id = c.region_id
      left join present p on p.id = c.id left join away w on w.id = c.id left join stood_in s on s.id = c.id
      where c.region_id = ${regionId})
    select a.id, lower(day)::text as "from", upper(day)::text as "to" from active a cross join lateral unnest(a.days) day`);
  return z.array(ActiveDays).parse(rows);
}

/** The first day of which is known who was there. */
export async function knownFromQuery(read: Read, regionId: string): Promise<string | null> {
  const [row] = await read(sql`select min(day)::text as day from presence where region_id = ${regionId}`);
  return z.object({ day: z.string().nullable() }).parse(row).day;
}

/** The days of the region's zone on which leads of a cohort were created. */
export async function daysQuery(read: Read, cohort: Cohort, zone: string): Promise<string[]> {
  const rows = await read(sql`select distinct (c.created_at at time zone ${zone})::date::text as day from ${cohortSql(cohort)}`);
  return z
    .array(z.object({ day: z.string() }))
    .parse(rows)
    .map(({ day }) => day);
}

/** A day of creation, and the first instant at which a response is late. */
export interface Target {
  readonly day: string;
  readonly until: Date;
}

const OwnerRow = z.object({
  owner: z.string().nullable(),
  leads: z.int(),
  open: z.int(),
  untouched: z.int(),
  inTime: z.int(),
  late: z.int(),
});
export type OwnerRow = z.infer<typeof OwnerRow>;

/** The leads of a cohort (with the common steps) by owner. */
export async function tipQuery(read: Read, cohort: Cohort, targets: readonly Target[], zone: string): Promise<OwnerRow[]> {
  const rows = await read(sql`
    with target as (
      select * from unnest(${targets.map(({ day }) => day)}::date[], ${targets.map(({ until }) => until.toISOString())}::timestamptz[]) t (day, until)),
    tip as (
      select c.owner, c.closed_at, c.touched_at, t.until, c.created_at + make_interval(secs => c.own_2) as responded_at
      from ${cohortSql(cohort)} join target t on t.day = (c.created_at at time zone ${zone})::date)
    select owner::text, count(*)::int as leads, count(*) filter (where closed_at is null)::int as open,
           count(*) filter (where closed_at is null and touched_at < now() - make_interval(hours => 720))::int as untouched,
           count(*) filter (where responded_at < until)::int as "inTime",
           count(*) filter (where coalesce(responded_at, now()) >= until)::int as late
    from tip group by owner`);
  return z.array(OwnerRow).parse(rows);
}

/** Seconds to the first response (in whole minutes on the first day, in hours later), those without one until now or their closing. */
export async function responseTimesQuery(read: Read, cohort: Cohort): Promise<Ended[]> {
  const rows = await read(sql`
    select case when secs < 86400 then secs / 60 * 60 else secs / 3600 * 3600 end as time,
           count(*) filter (where responded)::int as events, count(*) filter (where not responded)::int as censored
    from (select c.own_2 is not null as responded,
                 coalesce(c.own_2, extract(epoch from coalesce(c.closed_at, now()) - c.created_at)::int) as secs
          from ${cohortSql(cohort)}) waited
    group by 1`);
  return z.array(z.object({ time: z.int(), events: z.int(), censored: z.int() })).parse(rows);
}

const Heard = z.object({ lead: z.string(), channels: z.array(z.string()) });
export type Heard = z.infer<typeof Heard>;

/** The channels that the leads of a cohort named themselves; `none` for an answer that is no channel. */
export async function heardFromQuery(read: Read, cohort: Cohort): Promise<Heard[]> {
  const { regionId } = cohort;
  const rows = await read(sql`
    with told as (
      select coalesce(l.merged_into, l.id) as lead_id, l.heard_from from lead l where l.region_id = ${regionId} and l.heard_from <> '{}')
    select c.lead_id as lead, array_agg(distinct coalesce(o.channel, 'none')) as channels
    from ${cohortSql(cohort)}
    join told t on t.lead_id = c.lead_id
    cross join lateral unnest(t.heard_from) answer
    join heard_from_option o on o.region_id = ${regionId} and o.key = answer
    group by 1`);
  return z.array(Heard).parse(rows);
}
