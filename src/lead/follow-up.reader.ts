/** Reads follow-ups that wait for an answer: the list and the inbox show the same line. */
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { RegionScope } from '../platform/region-scope.ts';
import { IN_USE, LEADS } from './lead.reader.ts';
import type { FollowUp } from './outcome.schema.ts';
import { Visibility } from './visibility.ts';

/** `where` may name `f` (follow-up), `l` (its lead, read through a merge), `j` (the journey) and `p` (the person). */
export interface FollowUpsAsked {
  readonly where: Sql;
  readonly limit: number;
  readonly offset?: number;
}

@Injectable()
export class FollowUpReader {
  constructor(
    private readonly scope: RegionScope,
    private readonly visibility: Visibility,
  ) {}

  /** Unanswered ones, of persons whose data may be used, whose lead the viewer sees, the earliest due first, each with how many there are in all beside it. */
  async waiting({ where, limit, offset = 0 }: FollowUpsAsked): Promise<(FollowUp & { total: number })[]> {
    return this.scope.rows(sql`
      select f.id, l.id as "leadId", json_build_object('name', coalesce(p.name, ''), 'phone', p.phone, 'email', p.email) as person,
             f.months, f.due_on as "dueOn",
             (select r.at from follow_up_request r where r.region_id = f.region_id and r.follow_up_id = f.id) as "askedAt",
             case when who.id is not null then json_build_object('id', who.id, 'name', who.name) end as assignee,
             case when o.id is not null then json_build_object(
               'id', o.id, 'type', o.type, 'on', o.day, 'municipality', case when p.protected then null else o.municipality end,
               'adults', o.adults, 'children', o.children, 'organisation', company.name) end as outcome,
             count(*) over ()::int as total
      from follow_up f
      join lead own on own.region_id = f.region_id and own.id = f.lead_id
      join (${LEADS}) on l.region_id = own.region_id and l.id = coalesce(own.merged_into, own.id)
      left join contact_person who on who.region_id = f.region_id and who.id = f.assignee_id
      left join outcome o on o.region_id = f.region_id and o.id = f.outcome_id
      left join organisation company on company.region_id = o.region_id and company.id = o.organisation_id
      where f.region_id = ${this.scope.here.regionId} and f.answered_at is null and f.cancelled_at is null and ${IN_USE}
        and (${await this.visibility.condition()}) and (${where})
      order by f.due_on, f.id limit ${limit} offset ${offset}`);
  }
}
