/** Reads the clicks on an activity's tracked links. */
import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import { NotFound } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { hideSmall } from '../platform/small-number.ts';
import type { Clicks, ClicksQuery, Slice } from './clicks.schema.ts';

const MOST_REFERRERS = 10;

interface Counted {
  readonly key: string | null;
  readonly clicks: number;
}

@Injectable()
export class ClicksService {
  constructor(private readonly scope: RegionScope) {}

  /** Of the activity and its parts. @throws NotFound */
  async of(activityId: string, query: ClicksQuery): Promise<Clicks> {
    const { regionId, region } = this.scope.here;
    const activity = await this.scope.row(sql`select 1 from activity where region_id = ${regionId} and id = ${activityId}`);
    if (!activity) throw new NotFound('This activity');
    const days = this.days(activityId, query);
    const byDay = await this.scope.rows<Clicks['byDay'][number]>(
      sql`select d.day, sum(d.visits)::int as clicks ${days} group by 1 order by 1`,
    );
    const byLink = await this.scope.rows<Clicks['byLink'][number]>(sql`
      select l.id as "linkId", l.activity_id as "activityId", l.code, l.label, sum(d.visits)::int as clicks ${days}
      group by l.id, l.activity_id, l.code, l.label order by 5 desc, l.id`);
    const languages = await this.counted('language', activityId, query);
    return {
      total: byDay.reduce((sum, { clicks }) => sum + clicks, 0),
      byDay,
      byLink,
      languages: withoutSmall(languages, region.smallNumber),
      devices: slices(await this.counted('device', activityId, query)),
      referrers: slices(await this.counted('referrer', activityId, query)).slice(0, MOST_REFERRERS),
      visitors: await this.visitors(activityId, query),
    };
  }

  private days(activityId: string, { from, to }: ClicksQuery): Sql {
    const { regionId } = this.scope.here;
    return sql`
      from activity a
      join link l on l.region_id = ${regionId} and l.activity_id = a.id
      join click_day d on d.region_id = ${regionId} and d.link_id = l.id
      where a.region_id = ${regionId} and (a.id = ${activityId} or a.parent_id = ${activityId})
        and d.day <@ daterange(${from ?? null}::date, ${to ?? null}::date)`;
  }

  private raw(activityId: string, { from, to }: ClicksQuery): Sql {
    const { regionId, region } = this.scope.here;
    return sql`
      from activity a
      join link l on l.region_id = ${regionId} and l.activity_id = a.id
      join click c on c.region_id = ${regionId} and c.link_id = l.id
      where a.region_id = ${regionId} and (a.id = ${activityId} or a.parent_id = ${activityId})
        and c.at >= coalesce(${from ?? null}::date::timestamp at time zone ${region.timeZone}, '-infinity')
        and c.at < coalesce(${to ?? null}::date::timestamp at time zone ${region.timeZone}, 'infinity')`;
  }

  private counted(column: 'language' | 'device' | 'referrer', activityId: string, query: ClicksQuery): Promise<Counted[]> {
    return this.scope.rows(sql`
      select c.${raw(column)} as key, count(*)::int as clicks ${this.raw(activityId, query)} group by 1 order by 2 desc, 1`);
  }

  private async visitors(activityId: string, query: ClicksQuery): Promise<number | null> {
    const row = await this.scope.row<{ keeps: boolean; visitors: number }>(sql`
      select (select visitor_hash from region where id = ${this.scope.here.regionId}) as keeps,
             count(distinct (c.visitor, (c.at at time zone 'UTC')::date)) filter (where c.visitor is not null)::int as visitors
      ${this.raw(activityId, query)}`);
    return row?.keeps ? row.visitors : null;
  }
}

/** With fewer clicks in all than the threshold every share would tell the hidden number: then none is told. */
function withoutSmall(counted: readonly Counted[], threshold: number): Clicks['languages'] {
  const counts = counted.map(({ clicks }) => clicks);
  const total = counts.reduce((sum, clicks) => sum + clicks, 0);
  if (total > 0 && total < threshold) return { rows: [], suppressed: true };
  const shown = hideSmall(counts, threshold);
  return { rows: slices(counted, shown), ...(shown.includes(null) ? { suppressed: true } : {}) };
}

function slices(counted: readonly Counted[], shown: readonly (number | null)[] = counted.map(({ clicks }) => clicks)): Slice[] {
  const total = counted.reduce((sum, { clicks }) => sum + clicks, 0);
  return counted.map(({ key }, at) => {
    const clicks = shown[at] ?? null;
    return { key, clicks, share: clicks === null ? null : clicks / total };
  });
}
