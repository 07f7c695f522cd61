/** The work list of pairs who may be one person, and what somebody decided about them. */
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type * as z from 'zod';
import { Viewer } from '../access/viewer.ts';
import { offsetOf, pageFrom } from '../platform/paging.ts';
import { Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type { Decided, DuplicateList, DuplicatePair, DuplicatePairs } from './duplicate.schema.ts';
import { Likenesses } from './likeness.service.ts';
import { Visibility, visiblePersons } from './visibility.ts';

/** More are not counted: nobody works through them, and each must be looked at for who may see it. */
const MOST = 500;

/** Changes compared before the list is read; a job compares the rest. */
const AT_ONCE = 40;

type PairLine = z.input<typeof DuplicatePair> & { readonly total: number };

/** Pairs of persons who remain after merges, with why they are alike; and those somebody said are two. */
const pairs = (regionId: string): Sql => sql`
  known_pair as (
    select least(pa.id, pb.id) as a, greatest(pa.id, pb.id) as b, max(k.score) as score,
           array(select distinct unnest(string_to_array(string_agg(array_to_string(k.why, ','), ','), ',')) order by 1) as why
    from likeness k
    join person one on one.region_id = k.region_id and one.id = k.a join person pa on pa.region_id = k.region_id and pa.id = coalesce(one.merged_into, one.id)
    join person two on two.region_id = k.region_id and two.id = k.b join person pb on pb.region_id = k.region_id and pb.id = coalesce(two.merged_into, two.id)
    where k.region_id = ${regionId} and pa.id <> pb.id and pa.restricted_until is null and pb.restricted_until is null
      and pa.erased_at is null and pb.erased_at is null
    group by 1, 2),
  different as (
    select least(coalesce(one.merged_into, one.id), coalesce(two.merged_into, two.id)) as a,
           greatest(coalesce(one.merged_into, one.id), coalesce(two.merged_into, two.id)) as b, max(n.at) as at, max(u.name) as by
    from not_duplicate n
    join person one on one.region_id = n.region_id and one.id = n.a
    join person two on two.region_id = n.region_id and two.id = n.b
    left join app_user u on u.id = n.actor_id
    where n.region_id = ${regionId}
    group by 1, 2)`;

@Injectable()
export class DuplicatePairList {
  constructor(
    private readonly scope: RegionScope,
    private readonly viewer: Viewer,
    private readonly visibility: Visibility,
    private readonly likenesses: Likenesses,
  ) {}

  /** Pairs of whom the viewer sees both, the surest first; who changed just now is compared first. */
  async list(asked: DuplicateList): Promise<z.input<typeof DuplicatePairs>> {
    const comparing = await this.likenesses.refresh(AT_ONCE);
    const { regionId } = this.scope.here;
    const open = sql`select k.a, k.b, k.score, k.why, null::timestamptz as at, null as by from known_pair k
      where not exists (select from different d where d.a = k.a and d.b = k.b)`;
    const decided = sql`select d.a, d.b, coalesce(k.score, 0) as score, coalesce(k.why, '{}') as why, d.at, d.by
      from different d left join known_pair k on k.a = d.a and k.b = d.b where d.a <> d.b`;
    const rows = await this.scope.rows<PairLine>(sql`
      with ${pairs(regionId)},
      seen as (
        select * from (select * from (${asked.state === 'open' ? open : decided}) c order by c.score desc, c.at desc, c.a, c.b offset 0) c
        where ${await this.seen(sql`c.a`)} and ${await this.seen(sql`c.b`)} limit ${MOST})
      select ${side('pa')} as a, ${side('pb')} as b, s.why, s.score,
             case when s.at is not null then json_build_object('by', s.by, 'at', to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as different,
             (select count(*)::int from seen) as total
      from seen s
      join person pa on pa.region_id = ${regionId} and pa.id = s.a
      join person pb on pb.region_id = ${regionId} and pb.id = s.b
      order by s.score desc, s.at desc, s.a, s.b limit ${asked.limit} offset ${offsetOf(asked)}`);
    return { ...pageFrom(rows, asked), comparing };
  }

  /**
   * Remembers that two persons are two, or takes it back.
   * @throws NotFound for one out of sight; Unprocessable `same_person`
   */
  async decide(a: string, b: string, different: boolean): Promise<Decided> {
    const { regionId, actorId } = this.scope.here;
    const [one, two] = [await this.visibility.mustSeePerson(a), await this.visibility.mustSeePerson(b)];
    if (one === two) throw new Unprocessable('same_person', 'b', 'These are one person');
    const [first, second] = [one, two].sort() as [string, string];
    if (different) {
      await this.scope.rows(sql`
        insert into not_duplicate (region_id, a, b, actor_id) values (${regionId}, ${first}, ${second}, ${actorId}) on conflict do nothing`);
    } else {
      await this.scope.rows(sql`
        delete from not_duplicate n using person x, person y
        where n.region_id = ${regionId} and x.region_id = n.region_id and x.id = n.a and y.region_id = n.region_id and y.id = n.b
          and array[coalesce(x.merged_into, x.id), coalesce(y.merged_into, y.id)] <@ ${[first, second]}::uuid[]`);
    }
    return { a: one, b: two, different };
  }

  /** Who said of these two that they are two. */
  async decided(a: string, b: string): Promise<z.input<typeof DuplicatePair>['different']> {
    const row = await this.scope.row<{ by: string | null; at: Date }>(sql`
      with ${pairs(this.scope.here.regionId)}
      select d.by, d.at from different d where d.a = least(${a}::uuid, ${b}::uuid) and d.b = greatest(${a}::uuid, ${b}::uuid)`);
    return row ?? null;
  }

  private async seen(id: Sql): Promise<Sql> {
    if (!this.viewer.may('lead.read')) return sql`false`;
    return sql`exists (
      select from person p where p.region_id = ${this.scope.here.regionId} and p.id = ${id} and ${visiblePersons(await this.visibility.sight())})`;
  }
}

const side = (alias: 'pa' | 'pb'): Sql => {
  const columns =
    alias === 'pa'
      ? sql`'id', pa.id, 'name', coalesce(pa.name, ''), 'email', pa.email, 'phone', pa.phone`
      : sql`'id', pb.id, 'name', coalesce(pb.name, ''), 'email', pb.email, 'phone', pb.phone`;
  return sql`json_build_object(${columns})`;
};
