/** Reads leads as lines of a list: the list, the board and the inbox all show the same line. */
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type * as z from 'zod';
import { RegionScope } from '../platform/region-scope.ts';
import type { LeadItem } from './lead.schema.ts';
import { replyDue } from './reply-due.ts';
import { Visibility } from './visibility.ts';

/** A line as the database gives it; instants become text on their way out. */
export type LeadLine = z.input<typeof LeadItem> & { readonly createdAt: Date };
type LineRow = Omit<LeadLine, 'replyDue'>;

/**
 * Which lines, in what order. Fragments may name `l` (lead), `j` (its journey), `p` (its person, read through a merge)
 * and `w` (its pipeline). What the viewer may not see is never among them.
 * `per`: order, limit and total are for each value of this, as a board's column; without it for all.
 */
export interface LinesAsked {
  readonly where: Sql;
  readonly order: Sql;
  readonly limit: number;
  readonly offset?: number;
  readonly per?: Sql;
}

/**
 * Leads with what their conditions and columns name; `p` is the person that remains after a merge, of whom nothing is told while she
 * is restricted. Every lead has all of them:
 * joined from the left, so that the database leaves out what a statement does not name.
 */
export const LEADS = sql`
  lead l
  join journey j on j.region_id = l.region_id and j.lead_id = l.id
  left join pipeline w on w.region_id = l.region_id and w.id = l.pipeline_id
  left join person known on known.region_id = l.region_id and known.id = l.person_id
  left join person_shown p on p.region_id = l.region_id and p.id = coalesce(known.merged_into, known.id)`;

/** The lead and those merged into it, whose history is read as its own. */
export const HISTORY_OF_LEAD = sql`
  select h.id from lead h where h.region_id = l.region_id and h.id = l.id
  union all select h.id from lead h where h.region_id = l.region_id and h.merged_into = l.id`;

/** Her data may be used: neither erased nor restricted. Nothing waits to be done with anybody else. */
export const IN_USE = sql`(p.erased_at is null and p.restricted_until is null)`;

/** Won by hand, and nobody has told the outcome yet. A service that follows up from its end needs none. */
export const OUTCOME_MISSING = sql`(j.stage = 'won' and j.first_outcome is null and w.follow_up_from = 'outcome')`;

/** Columns of a line that its page has, too; `owned` is the owner, `source` the first touch. */
export const LINE = sql`
  l.id,
  json_build_object('id', p.id, 'name', coalesce(p.name, ''), 'email', p.email, 'phone', p.phone,
                    'languages', p.languages, 'protected', p.protected) as person,
  l.intent, w.key as pipeline, j.stage, j.lost_reason as "lostReason", l.language,
  case when owned.id is not null then json_build_object('id', owned.id, 'name', owned.name) end as owner,
  j.created_at as "createdAt", j.touched_at as "touchedAt",
  j.created_at + make_interval(secs => j.responded) as "respondedAt",
  j.closed_at as "closedAt", source.source,
  ${OUTCOME_MISSING} as "outcomeMissing"`;

export const LINE_JOINS = sql`
  left join contact_person owned on owned.region_id = l.region_id and owned.id = l.owner_id
  left join lateral (
    select json_build_object('how', t.how, 'activity', case when a.id is not null then
             json_build_object('id', a.id, 'title', a.title, 'channel', a.channel, 'kind', a.kind) end) as source, t.at, t.activity_id
    from touch t left join activity a on a.region_id = t.region_id and a.id = t.activity_id
    where t.region_id = l.region_id and t.lead_id in (${HISTORY_OF_LEAD})
      and not exists (select from void v where v.region_id = t.region_id and v.target_id = t.id)
    order by t.at, t.id limit 1) source on true`;

interface Place {
  readonly id: string;
  readonly per: string | null;
  readonly total: number;
}

@Injectable()
export class LeadReader {
  constructor(
    private readonly scope: RegionScope,
    private readonly visibility: Visibility,
  ) {}

  /** The lines asked for, each with how many there are in all beside it. A protected person's municipality is in no list. */
  async lines(asked: LinesAsked): Promise<(LeadLine & { total: number; per: string | null })[]> {
    const placed = await this.places(asked);
    if (placed.length === 0) return [];
    const { region, regionId } = this.scope.here;
    const rows = await this.scope.rows<LineRow>(sql`
      select ${LINE}, case when p.protected then null else l.municipality end as municipality
      from ${LEADS} ${LINE_JOINS}
      where l.region_id = ${regionId} and l.id = any(${placed.map(({ id }) => id)}::uuid[])`);
    const lines = new Map(rows.map((line): [string, LeadLine] => [line.id, { ...line, replyDue: replyDue(line, region) }]));
    return placed.map(({ id, per, total }) => ({ ...lines.get(id)!, per, total }));
  }

  /** Which leads, in order. A statement of its own: so the database looks the few lines up, whatever it thinks of their number. */
  private async places({ where, order, limit, offset = 0, per = sql`null::text` }: LinesAsked): Promise<Place[]> {
    return this.scope.rows<Place>(sql`
      with placed as (
        select l.id, c.per, row_number() over (partition by c.per order by ${order}, l.id) as place, count(*) over (partition by c.per)::int as total
        from ${LEADS} cross join lateral (select ${per} as per) c
        where l.region_id = ${this.scope.here.regionId} and l.merged_into is null and (${await this.visibility.condition()}) and (${where}))
      select id, per, total from placed where place > ${offset} and place <= ${offset + limit} order by per, place`);
  }
}
