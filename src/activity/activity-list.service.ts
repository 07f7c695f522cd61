/** The list of activities: searched, filtered, sorted; campaigns with their parts, or parts as lines of their own. */
import { Injectable } from '@nestjs/common';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Page } from '../platform/page.schema.ts';
import { offsetOf, pageFrom } from '../platform/paging.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { ActivityReader } from './activity.reader.ts';
import type { ActivityItem, ActivityList } from './activity.schema.ts';

/** What a sort goes by, and the figure or leads that must be known of every line for it. */
const ORDER: Readonly<Record<ActivityList['sort'], { readonly by: Sql; readonly figure?: 'reach' | 'cost' | 'leads' }>> = {
  '-startsOn': { by: sql`a.starts_on desc` },
  startsOn: { by: sql`a.starts_on` },
  title: { by: sql`lower(a.title)` },
  '-title': { by: sql`lower(a.title) desc` },
  '-costCents': { by: sql`known.value desc nulls last, a.starts_on desc`, figure: 'cost' },
  costCents: { by: sql`known.value nulls last, a.starts_on desc`, figure: 'cost' },
  '-grossReach': { by: sql`known.value desc nulls last, a.starts_on desc`, figure: 'reach' },
  '-leads': { by: sql`known.value desc nulls last, a.starts_on desc`, figure: 'leads' },
};

@Injectable()
export class ActivityLists {
  constructor(
    private readonly scope: RegionScope,
    private readonly reader: ActivityReader,
  ) {}

  /** A page of lines. A campaign is in the list when it or one of its parts fits all filters; `archived` shows the archived ones alone. */
  async page(asked: ActivityList): Promise<Page<ActivityItem>> {
    const { regionId } = this.scope.here;
    const { by, figure } = ORDER[asked.sort];
    const places = await this.scope.rows<{ id: string; total: number }>(sql`
      with member as (
        select m.*, ${asked.parts ? sql`m.id` : sql`coalesce(m.parent_id, m.id)`} as line_id from activity m where m.region_id = ${regionId})
      select a.id, count(*) over ()::int as total
      from activity a ${figure ? sql`left join (${this.known(figure)}) known on known.line_id = a.id` : empty}
      where a.region_id = ${regionId} and (a.archived_at is not null) = ${asked.archived}
        and a.id in (select m.line_id from member m where ${join(this.conditions(asked), ' and ')})
      order by ${by}, a.id desc limit ${asked.limit} offset ${offsetOf(asked)}`);
    const lines = await this.reader.lines(
      places.map(({ id }) => id),
      { withParts: !asked.parts },
    );
    const total = places[0]?.total ?? 0;
    return pageFrom(
      lines.map((line) => ({ ...line, total })),
      asked,
      total,
    );
  }

  /** A value of each line that has one. */
  private known(figure: 'reach' | 'cost' | 'leads'): Sql {
    const { regionId } = this.scope.here;
    if (figure !== 'leads') {
      return sql`
        select m.line_id, sum(f.value) as value
        from member m join activity_figure(${regionId}) f on f.activity_id = m.id and f.metric = ${figure} group by 1`;
    }
    return sql`
      select m.line_id, count(distinct coalesce(l.merged_into, l.id)) as value
      from member m
      join touch t on t.region_id = ${regionId} and t.activity_id = m.id
      join lead l on l.region_id = ${regionId} and l.id = t.lead_id
      where not exists (select from void v where v.region_id = ${regionId} and v.target_id = t.id) group by 1`;
  }

  /** The filters, on `member m`. Days of an activity without an end go on. */
  private conditions({ q, kind, channel, contactPerson, programme, municipality, from, to, on }: ActivityList): Sql[] {
    const { regionId } = this.scope.here;
    return [
      sql`true`,
      ...(q ? [sql`strpos(lower(concat_ws(' ', m.title, m.details ->> 'creator')), lower(${q})) > 0`] : []),
      ...(kind.length ? [sql`m.kind = any(${kind}::text[])`] : []),
      ...(channel.length ? [sql`m.channel = any(${channel}::text[])`] : []),
      ...(programme.length ? [sql`m.programme_id = any(${programme}::uuid[])`] : []),
      ...(municipality.length ? [sql`m.municipalities && ${municipality}::text[]`] : []),
      ...(contactPerson.length
        ? [
            sql`exists (select from activity_contact r where r.region_id = ${regionId} and r.activity_id = m.id and r.until is null
                         and r.contact_person_id = any(${contactPerson}::uuid[]))`,
          ]
        : []),
      ...(from ? [sql`coalesce(m.ends_on, 'infinity') >= ${from}::date`] : []),
      ...(to ? [sql`m.starts_on < ${to}::date`] : []),
      ...(on ? [sql`${on}::date between m.starts_on and coalesce(m.ends_on, 'infinity')`] : []),
    ];
  }
}
