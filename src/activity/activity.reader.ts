/** Reads activities as they are shown: as lines of a list, and one whole. */
import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import type * as z from 'zod';
import { Viewer } from '../access/viewer.ts';
import { NotFound } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { hideSmallByKey } from '../platform/small-number.ts';
import type { Activity, ActivityItem } from './activity.schema.ts';

/** An activity as the database gives it; instants become text on their way out. */
export type ActivityPage = z.input<typeof Activity>;
type Attendance = { readonly headcount: number | null; readonly byLanguage: Readonly<Record<string, number>> };
type Own = Omit<ActivityPage, keyof ActivityItem | 'contactHistory' | 'attendance'> & { readonly attendance: Attendance | null };

const LINE =
  raw(`a.id, a.kind, a.title, a.channel, a.audience, a.starts_on as "startsOn", a.ends_on as "endsOn", a.cost_cents as "costCents",
  json_build_object('id', c.id, 'name', c.name) as "contactPerson",
  case when g.id is not null then json_build_object('id', g.id, 'name', g.name) end as programme,
  a.municipalities, a.languages, a.parent_id as "parentId", a.archived_at is not null as archived`);

const WHOLE = raw(`a.url, a.notes, a.details, a.created_at as "createdAt",
  (select json_build_object('id', w.id, 'code', w.code, 'name', w.name) from work_package w
     where w.region_id = a.region_id and w.id = a.work_package_id) as "workPackage",
  (select json_build_object('id', p.id, 'name', p.name) from partner p where p.region_id = a.region_id and p.id = a.partner_id) as partner,
  (select json_build_object('id', p.id, 'title', p.title) from activity p where p.region_id = a.region_id and p.id = a.parent_id) as parent,
  (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by lower(o.name), o.id), '[]')
     from activity_organisation ao join organisation o on o.region_id = ao.region_id and o.id = ao.organisation_id
     where ao.region_id = a.region_id and ao.activity_id = a.id) as organisations,
  (select json_build_object('headcount', t.headcount, 'byLanguage', t.by_language) from attendance t
     where t.region_id = a.region_id and t.activity_id = a.id) as attendance`);

@Injectable()
export class ActivityReader {
  constructor(
    private readonly scope: RegionScope,
    private readonly viewer: Viewer,
  ) {}

  /** These activities in this order; a campaign with its parts, or each for itself. */
  lines(ids: readonly string[], { withParts }: { readonly withParts: boolean }): Promise<ActivityItem[]> {
    const { regionId } = this.scope.here;
    return this.scope.rows(sql`
      with line as (select * from unnest(${ids}::uuid[]) with ordinality as line (id, place)),
      member as (
        select id, id as line_id from line
        union all
        select a.id, l.id from line l join activity a on a.region_id = ${regionId} and a.parent_id = l.id where ${withParts}),
      figure as (
        select m.line_id, sum(f.value) filter (where f.metric = 'reach') as reach, sum(f.value) filter (where f.metric = 'views') as views,
               sum(f.value) filter (where f.metric = 'cost') as cost
        from member m join activity_figure(${regionId}, null, null, (select array_agg(id) from member)) f on f.activity_id = m.id group by 1),
      met as (
        select m.line_id, count(distinct coalesce(l.merged_into, l.id))::int as leads
        from member m
        join touch t on t.region_id = ${regionId} and t.activity_id = m.id
        join lead l on l.region_id = ${regionId} and l.id = t.lead_id
        where not exists (select from void v where v.region_id = ${regionId} and v.target_id = t.id) group by 1)
      select ${LINE}, (select count(*)::int from activity p where p.region_id = ${regionId} and p.parent_id = a.id) as parts,
             f.reach as "grossReach", f.views, f.cost as "totalCostCents", coalesce(met.leads, 0) as leads
      from line
      join activity a on a.region_id = ${regionId} and a.id = line.id
      join activity_contact r on r.region_id = ${regionId} and r.activity_id = a.id and r.until is null
      join contact_person c on c.region_id = ${regionId} and c.id = r.contact_person_id
      left join programme g on g.region_id = ${regionId} and g.id = a.programme_id
      left join figure f on f.line_id = a.id
      left join met on met.line_id = a.id
      order by line.place`);
  }

  /** One activity with its parts and its history. @throws NotFound */
  async one(id: string): Promise<ActivityPage> {
    const [line] = await this.lines([id], { withParts: true });
    const own = await this.scope.row<Own>(sql`
      select ${WHOLE}, ${this.partList()} as "partList" from activity a where a.region_id = ${this.scope.here.regionId} and a.id = ${id}`);
    if (!line || !own) throw new NotFound('This activity');
    return { ...line, ...own, attendance: this.shown(own.attendance), contactHistory: await this.contactHistory(id) };
  }

  private partList() {
    const { regionId } = this.scope.here;
    return sql`(
      select coalesce(json_agg(json_build_object('id', p.id, 'title', p.title, 'channel', p.channel, 'costCents', p.cost_cents,
               'grossReach', f.reach, 'views', f.views, 'archived', p.archived_at is not null) order by p.no), '[]')
      from activity p
      left join (
        select activity_id, max(value) filter (where metric = 'reach') as reach, max(value) filter (where metric = 'views') as views
        from activity_figure(${regionId}, null, null, (select array_agg(id) from activity where region_id = ${regionId} and parent_id = a.id))
        group by 1) f on f.activity_id = p.id
      where p.region_id = ${regionId} and p.parent_id = a.id)`;
  }

  private contactHistory(id: string): Promise<ActivityPage['contactHistory']> {
    const { regionId } = this.scope.here;
    return this.scope.rows(sql`
      select json_build_object('id', c.id, 'name', c.name) as "contactPerson", r.since, r.until
      from activity_contact r join contact_person c on c.region_id = r.region_id and c.id = r.contact_person_id
      where r.region_id = ${regionId} and r.activity_id = ${id} order by r.since, r.id`);
  }

  /** Counts by language are hidden while they are small, except from those who may see the persons themselves (rule 6). */
  private shown(attendance: Attendance | null): ActivityPage['attendance'] {
    if (!attendance || this.viewer.may('lead.read')) return attendance;
    const { counts, ...hidden } = hideSmallByKey(attendance.byLanguage, this.scope.here.region.smallNumber);
    return { ...attendance, byLanguage: counts, ...hidden };
  }
}
